// aws-xray-sdk-core over the daemon's UDP port: two small web services and a call between them.
import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import http from 'node:http';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { BatchGetTracesCommand, GetTraceGraphCommand, GetTraceSummariesCommand } from '@aws-sdk/client-xray';
import { newTraceId, segment } from './documents.mjs';
import { eventually, startService } from './service.mjs';

const sdk = createRequire(import.meta.url)('aws-xray-sdk-core');
const now = Date.now() / 1000;
let service;
let back;

const summaries = async () => (await service.client.send(new GetTraceSummariesCommand({
  StartTime: new Date((now - 60) * 1000), EndTime: new Date((now + 600) * 1000),
}))).TraceSummaries;

before(async () => {
  service = await startService();
  sdk.setDaemonAddress(service.daemonAddress);
  sdk.middleware.disableCentralizedSampling();
  sdk.setContextMissingStrategy('IGNORE_ERROR');

  // The called service joins the caller's trace by the header, as the SDK's middleware would.
  back = http.createServer((request, response) => {
    const { root, parent } = sdk.utils.processTraceData(request.headers['x-amzn-trace-id']);
    const served = new sdk.Segment('back', root, parent);
    served.addAnnotation('attempt', 1);
    served.addError(new Error('no stock'));
    served.http = { request: { method: request.method, url: `http://${request.headers.host}${request.url}` }, response: { status: 500 } };
    served.fault = true;
    served.close();
    response.statusCode = 500;
    response.end();
  });
  await new Promise(resolve => back.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  back.close();
  await service.stop();
});

test('two instrumented services make one trace with the right graph', async () => {
  const captured = sdk.captureHTTPs(http);
  const front = new sdk.Segment('front');
  front.setUser('bob');
  front.addAnnotation('tenant', 'green');
  const namespace = sdk.getNamespace();
  await namespace.runPromise(async () => {
    sdk.setSegment(front);
    await new Promise((resolve, reject) => {
      captured.get({ host: '127.0.0.1', port: back.address().port, path: '/stock' }, response => {
        response.resume();
        response.on('end', resolve);
      }).on('error', reject);
    });
  });
  front.close();

  const [summary] = await eventually(summaries, found =>
    found.some(entry => entry.Id === front.trace_id && entry.EntryPoint && entry.ServiceIds.length === 3));
  assert.equal(summary.IsPartial, false);
  assert.deepEqual(summary.Users.map(user => user.UserName), ['bob']);
  assert.equal(summary.Annotations.tenant[0].AnnotationValue.StringValue, 'green');
  assert.equal(summary.Annotations.attempt[0].AnnotationValue.NumberValue, 1);

  const { Services } = await service.client.send(new GetTraceGraphCommand({ TraceIds: [front.trace_id] }));
  const edgeFrom = (name, type) => Services.find(entry => entry.Name === name && entry.Type === type).Edges[0];
  const target = Services.find(entry => entry.Name === 'back');
  assert.equal(target.State, 'active');
  assert.equal(edgeFrom('front', undefined).ReferenceId, target.ReferenceId);
  assert.equal(edgeFrom('front', undefined).SummaryStatistics.FaultStatistics.TotalCount, 1);

  const { Traces } = await service.client.send(new BatchGetTracesCommand({ TraceIds: [front.trace_id] }));
  const document = JSON.parse(Traces[0].Segments.find(entry => entry.Document.includes('"name":"back"') && entry.Document.includes('no stock')).Document);
  assert.equal(document.cause.exceptions[0].message, 'no stock');
});

test('a datagram of our own arrives, one with a wrong header does not', async () => {
  const socket = dgram.createSocket('udp4');
  const port = Number(service.daemonAddress.split(':').at(-1));
  const good = segment(newTraceId(), 'by-hand \u00fc', now, now + 1);
  const bad = segment(newTraceId(), 'bad', now, now + 1);
  const send = text => new Promise((resolve, reject) => socket.send(text, port, '127.0.0.1', error => error ? reject(error) : resolve()));
  await send(`{"format":"json","version":2}\n${JSON.stringify(bad)}`);
  await send(JSON.stringify(bad));
  await send(`{"format":"json","version":1}\n${JSON.stringify(good, null, 2)}`);
  socket.close();
  const found = await eventually(summaries, list => list.some(entry => entry.Id === good.trace_id));
  assert.equal(found.find(entry => entry.Id === good.trace_id).EntryPoint.Name, 'by-hand \u00fc');
  assert.ok(!found.some(entry => entry.Id === bad.trace_id));
});
