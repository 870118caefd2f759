/** Stands for a queue or a table of your own: whatever is written there survives this process. */
export const queue = {
  async add(id: string, job: unknown): Promise<void> {
    console.log('queued', id, JSON.stringify(job));
  },
};
