import { Lexicon, phrases } from '../lexicon.ts';

/** Phrases for each kind of data; the values are spelled like the platform's other upper-snake values. */
const dataTypes = {
  IMAGE:
    'image | imagery | photo | photograph | picture | screenshot | frame | dashcam still | selfie | drawing | dashcam photo',
  VIDEO: 'video | footage | film | movie | dashcam footage | video clip | cctv',
  AUDIO:
    'audio | recording | speech | voice | podcast | call recording | phone call | audio clip | audio file | spoken | call | audio recording | voice recording | utterance | dictation | voicemail',
  TEXT: 'text | sentence | tweet | post | article | chat | chat log | message | email | review | comment | conversation | prompt | response | transcript | document text | news article | essay | utterance text | dialogue | ticket | support ticket | search query | headline',
  DOCUMENT:
    'document | pdf | invoice | receipt | contract | form | scanned page | scanned document | bank statement | resume | letter',
  CODE: 'source code | code snippet | code review | python | javascript | typescript | java | function | pull request | program | sql | repository | code sample | code | coding | rust | golang',
  '3D_SENSOR':
    'lidar | point cloud | 3d sensor | radar | 3d scan | depth map | sensor data | 3d point cloud',
  MEDICAL:
    'x ray | ct scan | mri | mri scan | dicom | ultrasound | radiology image | pathology slide | histology | medical image | medical imaging | mammogram | chest x ray | retinal image',
  GEOSPATIAL:
    'satellite | satellite image | satellite imagery | aerial | aerial image | aerial imagery | geospatial | map tile | drone imagery | drone image | geotiff | orthophoto',
} as const;

export type DataType = keyof typeof dataTypes;
export const dataTypeLexicon = new Lexicon<DataType>(phrases<DataType>(dataTypes), 'stem');

/** Kinds so telling that one mention outweighs the plain words around it ("satellite images"). */
export const specificDataTypes: ReadonlySet<DataType> = new Set<DataType>([
  '3D_SENSOR',
  'MEDICAL',
  'GEOSPATIAL',
]);

const labelTypes = {
  BOUNDING_BOX: 'bounding box | bbox | box | 2d box | 2d bounding box | rectangle',
  CUBOID: 'cuboid | 3d box | 3d bounding box | 3d cuboid',
  POLYGON: 'polygon | polygonal mask | outline',
  POLYLINE: 'polyline | lane line | lane marking',
  KEYPOINT: 'keypoint | key point | landmark | pose estimation | skeleton',
  SEGMENTATION:
    'segmentation | semantic segmentation | instance segmentation | panoptic segmentation | segment | pixel mask | segmentation mask | mask | pixel level mask',
  CLASSIFICATION:
    'classification | classify | classifying | categorization | categorize | categorizing | categorise | image classification | text classification | intent classification | tagging | topic tag',
  OBJECT_TRACKING: 'object tracking | tracking | track object',
  NER: 'ner | named entity | named entity recognition | entity recognition | entity extraction | entity tagging | named entity tagging | entity span',
  SENTIMENT_ANALYSIS: 'sentiment | sentiment analysis | sentiment label | sentiment tag',
  TRANSCRIPTION:
    'transcription | transcribe | transcriber | transcriptionist | transcribing | transcript correction | verbatim transcript | transcribed | automatic transcript | correct transcript',
  DIARIZATION:
    'diarization | diarisation | speaker diarization | speaker label | speaker turn | who is speaking',
  TRANSLATION: 'translation | translator | translate | translating | localization | localisation',
  EMOTION_RECOGNITION:
    'emotion | emotion recognition | emotion tag | emotion label | emotion tagging',
  OCR: 'ocr | text recognition | optical character recognition',
  SUMMARIZATION: 'summarization | summarize | summarise | summarizing | summarisation',
  RLHF: 'rlhf | preference ranking | preference label | pairwise comparison | rank response | ranking response | human feedback | rate response | response ranking | compare response | compare answer | compare pair | rate answer | rank answer',
  SFT: 'sft | supervised fine tuning | demonstration writing | prompt and response writing | prompt writing | write prompt',
  FINE_TUNING: 'fine tuning | finetuning | fine tune',
  RED_TEAMING: 'red teaming | red team | adversarial prompt | jailbreak',
  CONTENT_MODERATION: 'content moderation | moderate content | moderation label | toxicity label',
  DATA_COLLECTION: 'data collection | collect data | recording session',
} as const;

export type LabelType = keyof typeof labelTypes;
export const labelTypeLexicon = new Lexicon<LabelType>(phrases<LabelType>(labelTypes), 'stem');

const subjects = {
  Healthcare:
    'medical | healthcare | health care | clinical | radiology | patient | hospital | pathology | pharmaceutical | dental | chest x ray | medicine | radiologist | physician | nurse',
  Legal: 'legal | law | court | lawyer | attorney | litigation | legal contract',
  Finance:
    'finance | financial | banking | accounting | trading | fintech | invoice | bank statement',
  Insurance: 'insurance | insurance claim',
  Retail:
    'retail | e commerce | ecommerce | online store | product catalog | product listing | shopping | shelf',
  Automotive:
    'automotive | autonomous driving | self driving | autonomous vehicle | dashcam | street scene | traffic | adas | vehicle | pedestrian',
  Agriculture: 'agriculture | agricultural | crop | farming | livestock | weed',
  'Customer Service':
    'customer service | customer support | call centre | call center | contact centre | contact center | help desk | support ticket | support call | customer call',
  Education: 'education | educational | tutoring | school | student essay',
  Gaming: 'gaming | video game | esports',
  Robotics: 'robotics | robot | manipulation task',
  Sports: 'sport | football | soccer | basketball | tennis',
  Travel: 'travel | hotel | tourism | airline',
  Telecommunications: 'telecom | telecommunication | mobile operator',
  Security: 'cybersecurity | surveillance | security footage',
  Software: 'software engineering | programming | software development | coding | source code',
  Mathematics: 'mathematics | math | maths | calculus | algebra',
  Science: 'physics | chemistry | biology | stem subject | genomics',
  Fashion: 'fashion | apparel | clothing | garment',
  Food: 'food | recipe | restaurant',
  'Real Estate': 'real estate | property listing | floor plan',
  News: 'news article | news story | journalism | politics | political',
  'Social Media': 'social media | tweet | social post',
  Environment: 'wildlife | deforestation | environment | biodiversity | climate',
  Construction: 'construction | building site | infrastructure inspection',
  Manufacturing: 'manufacturing | factory | defect inspection | assembly line',
} as const;

export const subjectLexicon = new Lexicon(phrases<keyof typeof subjects>(subjects), 'stem');

const software = {
  CVAT: 'cvat',
  'Label Studio': 'label studio | labelstudio',
  Labelbox: 'labelbox',
  V7: 'v7 | v7 darwin',
  SuperAnnotate: 'superannotate | super annotate',
  Supervisely: 'supervisely',
  Roboflow: 'roboflow',
  Prodigy: 'prodigy',
  Doccano: 'doccano',
  Encord: 'encord',
  Dataloop: 'dataloop',
  Kili: 'kili technology | kili',
  Datasaur: 'datasaur',
  Argilla: 'argilla',
  LightTag: 'lighttag',
  Brat: 'brat annotation tool',
  INCEpTION: 'webanno',
  Praat: 'praat',
  ELAN: 'elan',
  Audacity: 'audacity',
  Scale: 'scale studio | scale rapid',
  'SageMaker Ground Truth': 'sagemaker ground truth | ground truth | sagemaker',
  'VGG Image Annotator': 'vgg image annotator',
  LabelMe: 'labelme',
  LabelImg: 'labelimg',
  '3D Slicer': '3d slicer',
  'MD.ai': 'md.ai',
  QGIS: 'qgis',
  'Google Sheets': 'google sheets | google sheet',
  Excel: 'excel | excel spreadsheet',
  'In-house tool':
    'in house tool | our own tool | in house platform | internal tool | our own platform | custom tool | proprietary tool | our own labeling tool | our own annotation tool | in house annotation tool | our web tool',
} as const;

export const softwareLexicon = new Lexicon(phrases<keyof typeof software>(software), 'stem');

const initialisms = new Set(['NER', 'RLHF', 'SFT', 'OCR', '3D', '2D']);

/**
 * The text that the marketplace shows for an upper-snake value.
 *
 * @example displayText('BOUNDING_BOX') // 'Bounding Box'
 */
export function displayText(value: string): string {
  if (!/^[A-Z0-9]+(?:_[A-Z0-9]+){0,9}$/.test(value)) return value;
  return value
    .split('_')
    .map((part) => (initialisms.has(part) ? part : part.slice(0, 1) + part.slice(1).toLowerCase()))
    .join(' ');
}
