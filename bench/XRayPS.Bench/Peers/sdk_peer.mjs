// The paginator of the AWS SDK for JavaScript over all pages: sdk_peer.mjs <endpoint> <package.json that has it>
import { createRequire } from 'node:module';

const { XRayClient, paginateGetTraceSummaries } = createRequire(process.argv[3])('@aws-sdk/client-xray');
const client = new XRayClient({ endpoint: process.argv[2], region: 'us-east-1' });
const start = performance.now();
let count = 0;
let last = '';
let first = 0;
const window = { StartTime: new Date(1790000000000), EndTime: new Date(1790000900000) };
for await (const page of paginateGetTraceSummaries({ client }, window)) {
  for (const summary of page.TraceSummaries) {
    if (count === 0) {
      first = (performance.now() - start) / 1000;
      console.log('first');
    }
    count += 1;
    last = summary.Id;
  }
}
console.log(`pass ${count} ${last} ${(performance.now() - start) / 1000} ${first}`);
client.destroy();
