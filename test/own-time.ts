// How long this process itself worked: what else the machine had to do does not count.

/** Call what it gives for the milliseconds since. */
export function ownTime(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
