const INTERVAL = 15;

/** Asks again and again until the answer is not undefined; fails with `what` when the time is up. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  timeout = 30_000,
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`${what} did not happen within ${timeout} ms.`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
