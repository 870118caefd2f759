/** A value as JSON has it. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A part of JSON Schema, as far as the specs use it. */
export type JsonSchema = {
  type?: string | string[];
  description?: string;
  enum?: Json[];
  const?: Json;
  default?: Json;
  properties?: { [name: string]: JsonSchema };
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
};

/** The schema of an object. */
export type ObjectSchema = JsonSchema & { type: 'object' };
