import { dataTypeOf, labelNames, labelTypesOf, listed, softwareOf } from './job-words.ts';
import { between, drawId, pick, type Random, sample } from './random.ts';
import { sanitizeText, type TranscriptMessage } from './sanitize-transcript.ts';
import type { CandidateInterview, CrowdJob, Trainer } from './types.ts';

interface Turn {
  readonly question: string;
  /** Answers of a strong, a fair and a weak candidate. */
  readonly answers: readonly [string, string, string];
}

/**
 * Draws an AI interview of three to five questions on the job's own labels, data and languages.
 *
 * @param options.score 0 to 100; better answers for a better score
 * @returns the interview, its texts sanitised as the platform does
 */
export function drawInterview(
  random: Random,
  job: CrowdJob,
  trainer: Trainer,
  options: { score: number },
): CandidateInterview {
  const [opening, ...rest] = turns(job, trainer);
  const chosen = [opening as Turn, ...sample(random, rest, between(random, 2, 4))];
  const grade = options.score >= 75 ? 0 : options.score >= 50 ? 1 : 2;
  const spoken: TranscriptMessage[] = chosen.flatMap(({ question, answers }) => [
    { role: 'interviewer', content: question },
    { role: 'candidate', content: answers[slip(random, grade)] },
  ]);
  let secondsIn = 0;
  const messages = spoken.map((message) => {
    const at = secondsIn;
    secondsIn += message.role === 'candidate' ? between(random, 5, 15) : between(random, 25, 90);
    const content = sanitizeText(message.content, [trainer.lastName]);
    return { id: drawId(random, 'msg'), ...message, content, secondsIn: at };
  });
  const summary = summaryOf(random, job, trainer, grade);
  return { id: drawId(random, 'int'), score: options.score, summary, messages };
}

/** Even good candidates have an off answer, and weak ones a lucky one. */
function slip(random: Random, grade: 0 | 1 | 2): 0 | 1 | 2 {
  const draw = random();
  if (draw < 0.12) return grade === 2 ? 1 : ((grade + 1) as 1 | 2);
  return draw > 0.94 && grade > 0 ? ((grade - 1) as 0 | 1) : grade;
}

function turns(job: CrowdJob, trainer: Trainer): Turn[] {
  const labels = labelNames(labelTypesOf(job));
  const label = labels[0] as string;
  const data = labelNames([dataTypeOf(job)])[0] as string;
  const languages = job.languages ?? [];
  const spoken = trainer.languages.filter(({ language }) => languages.includes(language));
  const [tool] = softwareOf(job);
  const known = labelTypesOf(job).find((type) => trainer.skills.labelTypes.includes(type));
  const own = labelNames([known ?? trainer.skills.labelTypes[0] ?? 'DATA'])[0] as string;
  const ownTool = trainer.skills.software[0] ?? 'a tool of our own';
  return [
    {
      question: `Thanks for joining. This job is about ${data} data with ${listed(labels)} labels. What have you done that comes close?`,
      answers: [
        `I spent most of last year on ${own} labels, much of it ${data} data. I also reviewed the work of two newcomers, so I know where the usual mistakes are.`,
        `I worked on ${own} for about two months. The project was smaller, but the guidelines were alike.`,
        `I have not done ${label} yet, but I learn fast and have read about it.`,
      ],
    },
    {
      question: `Say an item of ${data} data is unclear and the guideline does not cover it. What do you do with the ${label} label?`,
      answers: [
        `I mark it as unclear, write down which two readings are possible, and ask before I go on with similar items. Guessing makes the labels drift.`,
        `I choose what seems most likely and leave a comment.`,
        `I skip it so that I do not lose time.`,
      ],
    },
    {
      question: `How do you check your own ${listed(labels)} work before you hand it in?`,
      answers: [
        `I go over a random tenth of it after a break, and compare my early items with my late ones. If I find one error I look for its kind everywhere.`,
        `I look through it once at the end of the day.`,
        `I work carefully, so I do not usually need to check.`,
      ],
    },
    ...(languages.length > 0
      ? [
          {
            question: `The work needs ${listed(languages)}. How well do you know ${languages.length > 1 ? 'them' : 'it'}?`,
            answers: onLanguages(languages, spoken),
          },
        ]
      : []),
    {
      question: tool
        ? `We work in ${tool}. Do you know it?`
        : `Which tools do you know for ${data} data?`,
      answers:
        tool && trainer.skills.software.includes(tool)
          ? [
              `Yes, ${tool} was our main tool. I know its shortcuts and how review queues work there.`,
              `I have used ${tool} a little.`,
              `I opened ${tool} once.`,
            ]
          : [
              `Mostly ${ownTool}. A new tool takes me a day; the thinking behind ${label} stays the same.`,
              `I know ${ownTool}.`,
              `None so far.`,
            ],
    },
  ];
}

/** What those say who speak some of the languages, or none. */
function onLanguages(asked: readonly string[], spoken: Trainer['languages']): Turn['answers'] {
  const [first] = spoken;
  if (!first) {
    return [
      `Honestly, I do not speak ${listed(asked)}; I hoped that part of the work needs none.`,
      `Only a few words of ${asked[0]}, I would rely on a dictionary.`,
      `I would use a translator for ${asked[0]}.`,
    ];
  }
  const known = spoken.map(({ language, proficiency }) => {
    return `${language} (${proficiency.toLowerCase()})`;
  });
  return [
    `${listed(known)}. I use it every day and notice regional differences.`,
    `I read and write ${first.language} without trouble; with fast slang I sometimes listen twice.`,
    `My ${first.language} is fine for simple things.`,
  ];
}

function summaryOf(random: Random, job: CrowdJob, trainer: Trainer, grade: 0 | 1 | 2): string {
  const label = labelNames(labelTypesOf(job))[0];
  const data = labelNames([dataTypeOf(job)])[0];
  const verdicts = [
    [
      `Knows ${label} work on ${data} data from practice and explains choices clearly.`,
      `Strong on ${label}; checks own work with a method.`,
    ],
    [
      `Has some ${label} practice; answers stay on the surface when items are unclear.`,
      `Solid basics in ${data} data, little depth in ${label}.`,
    ],
    [
      `New to ${label}; would need training before working on ${data} data.`,
      `Few concrete examples for ${label}.`,
    ],
  ] as const;
  const languages = (job.languages ?? []).filter((name) =>
    trainer.languages.some((entry) => entry.language === name),
  );
  const speaks = languages.length > 0 ? ` Speaks ${listed(languages)}.` : '';
  return `${pick(random, verdicts[grade])}${speaks}`;
}
