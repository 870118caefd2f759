import type { PublicJob } from '../../../../generated/opentrain/types.ts';
import { displayText } from '../drafting/words/kinds.ts';
import type { JobRow } from './job-row.ts';
import { listingOf } from './listing.ts';

const listedMs = 56 * 24 * 60 * 60 * 1000;

/**
 * A job as anyone sees it.
 *
 * @param origin where its pages are.
 */
export function publicJob(job: JobRow, companyName: string | null, origin: string): PublicJob {
  const { id, fields, title, updatedAt } = job;
  const { category, dataType, languages, countries, payType } = listingOf(fields);
  const posted = job.publishedAt ?? updatedAt;
  const slug = slugOf(title);
  const text = fields.jobDescription ?? '';
  const labelTypes = (fields.labelTypes ?? []).map(displayText);
  const subjects = [fields.subjectMatter ?? []].flat().map(displayText);
  return {
    id,
    slug,
    title,
    companyName,
    descriptionText: text,
    descriptionHtml: htmlOf(text),
    seoTitle: null,
    summary: null,
    status: job.status,
    datePosted: posted,
    validThrough: new Date(Date.parse(posted) + listedMs).toISOString(),
    updatedAt,
    employmentTypes: ['CONTRACTOR'],
    countries: [...countries],
    languages: [...languages],
    category,
    dataType,
    labelTypes,
    skills: [...new Set([...labelTypes, ...subjects])],
    labelingSoftware: fields.labelingSoftware ?? null,
    experienceLevel: fields.experienceLevel ? displayText(fields.experienceLevel) : null,
    pay: {
      paymentType: payType ?? 'FIXED_PRICE',
      currency: 'USD',
      hourlyRate: (payType === 'PAY_PER_HOUR' && fields.pricePerHour) || null,
      hourlyMin: null,
      hourlyMax: null,
      fixedPrice: (payType === 'FIXED_PRICE' && fields.fixedPrice) || null,
      perLabelRate: (payType === 'PAY_PER_LABEL' && fields.pricePerLabel) || null,
    },
    url: `${origin}/jobs/${slug}-${id}`,
    applyUrl: `${origin}/api/out?job=${id}&src=www_seo`,
  };
}

/** A title as part of an address: `Spanish interview transcription` → `spanish-interview-transcription`. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['job']).join('-').slice(0, 60).replace(/-$/, '');
}

function htmlOf(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
