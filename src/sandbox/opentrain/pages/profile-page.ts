import { Refusal } from '../../kernel/refusal.ts';
import { count, date, rate, words } from '../../pages/format.ts';
import { type Html, html, type Piece } from '../../pages/html.ts';
import { named } from '../../pages/named.ts';
import type { Page } from '../../pages/page.ts';
import type { Visitors } from '../../pages/site.ts';
import { publicFreelancer } from '../crowd/projection.ts';
import type { Market } from '../market.ts';

type Profile = ReturnType<typeof publicFreelancer>;

/** `/profile/{slug}`: a trainer as `freelancers.get` tells of them, with the name masked as there. */
export function profileVisitors({ trainers }: Market): Visitors {
  return {
    get: ({ params: { slug = '' } }) => {
      const trainer = trainers.shown(slug);
      if (!trainer) throw new Refusal(404, 'NOT_FOUND', 'There is no such AI trainer.');
      return profilePage(publicFreelancer(trainer.person));
    },
  };
}

function profilePage(profile: Profile): Page {
  const { displayName, title, bio, skills, languages, stats, labelExperience, reviews } = profile;
  return {
    title: displayName,
    content: html`<h1>${named(displayName)}</h1>
${title && html`<p class="lead">${named(title)}</p>`}
${bio && html`<p>${named(bio)}</p>`}
<section class="card" aria-label="About"><dl>
${fact('From', [profile.city, profile.country].filter(Boolean).join(', '))}
${fact('Asks for', profile.hourlyRateUsd !== null && `${rate(profile.hourlyRateUsd)} an hour`)}
${fact('Available', worded(profile.availability))}
${fact('Experience', worded(profile.expertiseLevel))}
${fact('Languages', languages.map(({ language, proficiency }) => `${language} (${words(proficiency)})`).join(', '))}
${fact('English', worded(profile.englishLevel))}
${fact('Identity', profile.identityVerified ? 'verified' : 'not verified')}
${fact('Member since', date(profile.memberSince))}</dl></section>
<section class="card" aria-labelledby="skills"><h2 id="skills">Skills</h2><dl>
${fact('Fields', skills.subjectMatter.join(', '))}
${fact('Data', skills.dataTypes.map(words).join(', '))}
${fact('Labels', skills.labelTypes.map(words).join(', '))}
${fact('Tags', skills.tags.map(words).join(', '))}
${fact('Software', skills.software.join(', '))}</dl></section>
<section class="card" aria-labelledby="record"><h2 id="record">On OpenTrain</h2><dl>
${fact('Earned', rate(stats.totalEarnedUsd))}
${fact('Billed', count(stats.billedHours, 'hour'))}
${fact('Job success', stats.jobSuccessScore !== null && `${stats.jobSuccessScore} of 100`)}
${fact('Rating', stats.averageRating !== null && `${stats.averageRating} of 5, from ${count(stats.reviewCount, 'review')}`)}</dl>
${labelExperience.map(experience)}</section>
${reviews.length > 0 && html`<section class="card" aria-labelledby="reviews"><h2 id="reviews">Reviews</h2>${reviews.map(review)}</section>`}`,
  };
}

function fact(name: string, value: Piece): Html | false {
  return Boolean(value) && html`<dt>${name}</dt><dd>${value}</dd>\n`;
}

function worded(value: string | null): string | null {
  return value && words(value);
}

function experience(work: Profile['labelExperience'][number]): Html {
  const years = `${work.fromYear} to ${work.ongoing ? 'now' : work.toYear}`;
  return html`<h3>${named(work.title)}</h3><p>${named(work.description)} <span class="quiet">${years}</span></p>`;
}

function review({ rating, comment, createdAt }: Profile['reviews'][number]): Html {
  return html`<p><b>${rating} of 5</b> <span class="quiet">${date(createdAt)}</span><br>${named(comment)}</p>`;
}
