import { Lexicon, phrases } from './lexicon.ts';
import { tokenize } from './tokens.ts';

/** What a headed part of a brief speaks about. */
export type Section =
  | 'title'
  | 'overview'
  | 'dataset'
  | 'dataType'
  | 'labels'
  | 'volume'
  | 'languages'
  | 'countries'
  | 'experience'
  | 'pay'
  | 'headcount'
  | 'subject'
  | 'software'
  | 'duration'
  | 'hours'
  | 'interview'
  | 'people'
  | 'company'
  | 'other';

const headings: Readonly<Record<Exclude<Section, 'other'>, string>> = {
  title: 'title | job | job title | position | role | project name | project title | project',
  overview:
    'overview | the task | task | tasks | what you will do | responsibilities | the work | scope of work | labeling overview | labelling overview | annotation task | duties | description | job description | summary',
  dataset:
    'data | dataset | the data | the dataset | about the data | dataset description | data description | material | the material',
  dataType: 'data type | type of data | modality',
  labels: 'label type | annotation type | type of labels | labels | labeling type | labelling type',
  volume: 'volume | data volume | amount of data | quantity | dataset size | size',
  languages: 'language | required language | languages required | language requirements',
  countries:
    'country | countries | location | locations | allowed countries | region | where | based in | eligible countries',
  experience:
    'experience | experience level | level | seniority | expertise | experience required | required experience | skill level',
  pay: 'pay | payment | rate | compensation | budget | price | pay rate | salary | remuneration | pricing | rates',
  headcount:
    'headcount | team size | number of annotators | number of trainers | number of people | openings | positions | annotators needed | annotators wanted | annotators required | people wanted | how many | team | people needed | vacancies',
  subject: 'subject | subject matter | domain | industry | topic | field',
  software:
    'software | tool | tools | tooling | platform | labeling software | labelling software | annotation tool | labeling tool',
  duration: 'duration | timeline | project duration | length | deadline | project length',
  hours:
    'time requirement | time commitment | availability | weekly hours | hours per week | schedule | commitment | workload',
  interview:
    'interview | screening | screening questions | interview questions | ai interview | interview requirements',
  people:
    'who we look for | who we need | who we are looking for | requirements | candidates | ideal candidate | qualifications | who you are | you are | must have | what we look for',
  company:
    'about us | company | who we are | about the company | our company | client | background',
};

const lexicon = new Lexicon(phrases(headings), 'stem');
const longest = 48;

/** A line's heading and what follows it on the line. */
export interface Heading {
  readonly section: Section;
  readonly rest: string;
}

/**
 * Reads a line as a heading ("## Languages", "Languages:", "**Pay**: $20 an hour").
 *
 * @param line one trimmed line without its bullet
 * @returns the heading, or nothing when the line is ordinary text
 */
export function headingOf(line: string): Heading | undefined {
  const marked = line.startsWith('#');
  const colon = line.indexOf(':');
  const inline = colon > 0 && colon <= longest;
  if (!inline && line.length > longest) return undefined;
  const name = inline ? line.slice(0, colon) : line;
  const rest = inline ? line.slice(colon + 1).replace(/^[*_\s]{1,8}/, '') : '';
  const tokens = tokenize(name).filter((token) => token.text !== '&' && token.text !== '?');
  if (tokens.length === 0 || tokens.length > 5) return undefined;
  const hit = lexicon.at(tokens, 0);
  if (hit && (hit.to === tokens.length || tokens[hit.to]?.text === '(')) {
    // A lone word such as "Tasks" heads a part only when it stands alone on its line.
    return { section: hit.value, rest };
  }
  if (marked || (inline && rest === '')) return { section: 'other', rest };
  return undefined;
}
