// Runs an application as a process of its own, which says on which port it listens.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A running application: { url, stop() }. It ends when its input does. */
export async function startApp(file, environment, ...nodeArguments) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(
    process.execPath, [...nodeArguments, path],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const exited = new Promise(resolve => child.once('exit', resolve));
  let port;
  for await (const line of createInterface({ input: child.stdout })) {
    port = /^PORT (\d+)$/.exec(line)?.[1];
    if (port) {
      break;
    }
  }

  if (!port) {
    throw new Error(`${file} ended with ${await exited} before it listened.`);
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
