// Starts the console's local X-Ray as a process of its own on free ports.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { XRayClient } from '@aws-sdk/client-xray';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const script = '$s = Get-XRayLocalService; "READY $($s.Endpoint) $($s.DaemonAddress)"; $null = [Console]::In.ReadLine()';

export const consolePath = () => builtPath('src', 'XRayPS.Console');

function builtPath(folder, project) {
  const built = ['Debug', 'Release']
    .map(configuration => join(repository, folder, project, 'bin', configuration, 'net10.0', `${project}.dll`))
    .filter(existsSync)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (built.length === 0) {
    throw new Error(`${project} is not built: run "dotnet build" in the repository first.`);
  }

  return built[0];
}

/** A running service: { endpoint, daemonAddress, client, stop() }. */
export async function startService(...more) {
  const child = spawn(
    'dotnet',
    [consolePath(), '-Local', '-Port', '0', '-DaemonPort', '0', ...more, '-NonInteractive', '-NoLogo', '-Command', script],
    { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise(resolve => child.once('exit', resolve));
  let ready;
  for await (const line of createInterface({ input: child.stdout })) {
    ready = /^READY (\S+) (.+)$/.exec(line);
    if (ready) {
      break;
    }
  }

  if (!ready) {
    throw new Error(`The console ended with ${await exited} before the service was ready.`);
  }

  const [, endpoint, daemonAddress] = ready;
  return running(child, exited, endpoint, daemonAddress);
}

/** A service whose clock stands until advance(seconds) is called; otherwise as startService. */
export async function startStandingService(seconds) {
  const child = spawn(
    'dotnet', [builtPath('tests', 'XRayPS.LocalHost'), '-clock', `${seconds}`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise(resolve => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) {
      throw new Error(`The service ended with ${await exited}.`);
    }

    return value;
  };
  const endpoint = `http://127.0.0.1:${await line()}/`;
  return {
    ...running(child, exited, endpoint, await line()),
    async advance(more) {
      child.stdin.write(`advance ${more}\n`);
      await line();
    },
  };
}

function running(child, exited, endpoint, daemonAddress) {
  const client = new XRayClient({
    endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    endpoint,
    daemonAddress,
    client,
    async stop() {
      client.destroy();
      child.stdin.end('\n');
      const code = await exited;
      if (code !== 0) {
        throw new Error(`The service ended with ${code}.`);
      }
    },
  };
}

/** Asks until the answer is good, for what arrives over UDP. */
export async function eventually(ask, isGood, seconds = 15) {
  for (const end = performance.now() + seconds * 1000; ;) {
    const answer = await ask();
    if (isGood(answer)) {
      return answer;
    }

    if (performance.now() > end) {
      throw new Error(`Not within ${seconds} seconds; the last answer was ${JSON.stringify(answer)}`);
    }

    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
