/** What every contender is answered: a job of the usual size, about 1 kB. */
export const answer = JSON.stringify({
  id: 'job_71',
  title: 'Spanish interview transcription',
  companyName: 'Meadow Robotics',
  descriptionText: 'Transcribe 40 hours of street interviews, speaker by speaker. '.repeat(8),
  status: 'OPEN',
  datePosted: '2026-07-01T10:00:00.000Z',
  countries: ['ES', 'MX', 'AR'],
  languages: ['Spanish'],
  skills: ['Transcription', 'Time stamps'],
  pay: { paymentType: 'PAY_PER_HOUR', currency: 'USD', hourlyRate: 14, fixedPrice: null },
  // One of the peers takes the record for its own and reads this.
  domains: [],
  url: 'https://app.opentrain.ai/jobs/spanish-interview-transcription-job_71',
});

export const headers = { 'content-type': 'application/json' };
