/** What `work` gives, or an error once `ms` have passed. The work itself goes on. */
export async function withinTime<T>(ms: number, work: Promise<T>, late = `no answer within ${ms} ms`): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(late)), ms);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
