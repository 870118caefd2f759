import * as required from './required.cjs';

export const other = required.default ?? required;
