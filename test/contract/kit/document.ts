import {
  child,
  contentOf,
  type Document,
  eventsOf,
  isObject,
  type Json,
  type JsonObject,
  loadSpec,
  type OperationNode,
  operationsOf,
  resolve,
} from '../../../spec/generate/document.ts';
import { unknownFields } from './unknown-fields.ts';

/** The spec of a product, as the checks ask it. */
export class SpecDocument {
  readonly #document: Document;
  readonly #operations: ReadonlyMap<string, OperationNode>;
  readonly #events: ReadonlyMap<string, JsonObject>;

  constructor(document: Document) {
    this.#document = document;
    this.#operations = new Map(operationsOf(document).map((found) => [found.id, found]));
    this.#events = new Map(eventsOf(document).map(({ name, node }) => [name, node]));
  }

  static async load(product: string): Promise<SpecDocument> {
    return new SpecDocument(await loadSpec(`spec/${product}.yaml`));
  }

  get operationIds(): string[] {
    return [...this.#operations.keys()];
  }

  /** Schemas of an operation's query parameters, by name. */
  querySchemas(id: string): Map<string, JsonObject> {
    const inQuery = this.#operation(id).parameters.filter((found) => found.in === 'query');
    return new Map(
      inQuery.map(({ name, schema }) => [String(name), resolve(this.#document, schema)]),
    );
  }

  /** Whether a request may go without its body. */
  bodyIsOptional(id: string): boolean {
    return resolve(this.#document, this.#operation(id).node.requestBody).required !== true;
  }

  /** The key under which the spec has an answer of this status: `404`, `4XX` or `default`. */
  answerKey(id: string, status: number): string | undefined {
    const answers = child(this.#operation(id).node, 'responses');
    return [`${status}`, `${`${status}`[0]}XX`, 'default'].find((key) => key in answers);
  }

  /** Paths of what a request's body holds beyond the spec. */
  unknownInRequest(id: string, body: unknown): string[] {
    return this.#unknown(this.#operation(id).node.requestBody, body);
  }

  /** Paths of what an answer holds beyond the spec. */
  unknownInAnswer(id: string, key: string, body: unknown): string[] {
    return this.#unknown(child(this.#operation(id).node, 'responses')[key], body);
  }

  /** Paths of what an event holds beyond the spec. */
  unknownInEvent(name: string, event: unknown): string[] {
    return this.#unknown(this.#events.get(name)?.requestBody, event);
  }

  #unknown(holder: Json | undefined, value: unknown): string[] {
    const schema = contentOf(resolve(this.#document, holder))?.node.schema;
    return isObject(schema) ? unknownFields(this.#document, schema, value) : [];
  }

  #operation(id: string): OperationNode {
    const found = this.#operations.get(id);
    if (found === undefined) throw new Error(`The spec has no operation ${id}.`);
    return found;
  }
}
