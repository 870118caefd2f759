/** Days are UTC's: OpenTrain does not say which zone its days are of. */
export function today(): string {
  return new Date(Date.now()).toISOString().slice(0, 10);
}
