const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Stems of words for the people a brief hires. */
export const workers = set(
  'annotator labeler labeller trainer transcriber transcriptionist translator reviewer rater evaluator linguist worker freelancer contractor contributor candidate specialist expert radiologist doctor physician nurse coder developer programmer lawyer attorney moderator tagger tester writer editor professional transcriptionist interpreter teacher tutor scientist mathematician engineer geologist biologist chemist analyst annotater pathologist dentist veterinarian accountant paralegal native fte seat opening position vacancy slot hire recruit',
);

/** Words for people that a brief may hire, but that may just as well be in its data. */
export const perhapsWorkers = set('speaker people person agent student individual man member');

/** Words that ask for people. */
export const seeking = set(
  'need require want hire hiring seek seeking looking recruit recruiting recruitment search searching find onboard engage team headcount staff group pool wanted',
);
