// Centralized sampling by real SDKs: they take their rules from the local service, report what they did, and change
// their decisions when a rule changes. The clocks of both sides stand and are moved together: nobody waits for a poll.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, mock, test } from 'node:test';
import {
  BatchGetTracesCommand, CreateSamplingRuleCommand, DeleteSamplingRuleCommand, GetSamplingStatisticSummariesCommand,
  UpdateSamplingRuleCommand,
} from '@aws-sdk/client-xray';
import { SpanKind } from '@opentelemetry/api';
import { AWSXRayRemoteSampler } from '@opentelemetry/sampler-aws-xray';
import { resources, tracing } from '@opentelemetry/sdk-node';
import { newTraceId } from './documents.mjs';
import { eventually, startStandingService } from './service.mjs';

const require = createRequire(import.meta.url);
const xray = require('aws-xray-sdk-core');
const xrayExpress = require('aws-xray-sdk-express');
const express = require('express');

// The begin of one of the service's windows of ten seconds.
const start = Math.floor(Date.now() / 10_000) * 10;
const { sampler } = xray.middleware;
let service;
let server;

const send = command => service.client.send(command);

/** Changes a rule in a second of its own: clients compare whole seconds with the time of their last fetch. */
async function change(command) {
  await advance(1);
  await send(command);
}

const create = (RuleName, URLPath, more) => change(new CreateSamplingRuleCommand({
  SamplingRule: {
    RuleName, URLPath, Priority: 100, FixedRate: 1, ReservoirSize: 0, ServiceName: '*', ServiceType: '*', Host: '*',
    HTTPMethod: '*', ResourceARN: '*', Version: 1, ...more,
  },
}));
const update = (RuleName, more) => change(new UpdateSamplingRuleCommand({ SamplingRuleUpdate: { RuleName, ...more } }));

/** What clients reported for the last window of ten seconds that has closed: requests, sampled, borrowed by rule. */
const statistics = async () => Object.fromEntries((await send(new GetSamplingStatisticSummariesCommand({})))
  .SamplingStatisticSummaries.map(sum => [sum.RuleName, [sum.RequestCount, sum.SampledCount, sum.BorrowCount]]));

async function advance(seconds) {
  await service.advance(seconds);
  mock.timers.tick(seconds * 1000);
}

/** The next poll of the X-Ray SDK, which comes every ten seconds and a bit. */
const poll = () => advance(10.2);

/** The next fetch of the rules by the X-Ray SDK, which comes every five minutes. */
const nextRules = () => advance(300);

const ruleNames = () => sampler.ruleCache.getRules().map(rule => rule.getName());
const ruleOf = name => sampler.ruleCache.getRules().find(rule => rule.getName() === name);

/** Sends a request to the Express application and answers whether it was sampled, and its trace. */
async function visit(path) {
  const id = newTraceId(start);
  const headers = { 'x-amzn-trace-id': `Root=${id};Sampled=?` };
  const answer = await fetch(`http://127.0.0.1:${server.address().port}${path}`, { headers });
  await answer.arrayBuffer();
  return { id, sampled: /Sampled=1/.test(answer.headers.get('x-amzn-trace-id')) };
}

async function visits(path, count) {
  const decisions = [];
  for (let i = 0; i < count; i++) {
    decisions.push((await visit(path)).sampled);
  }

  return decisions;
}

before(async () => {
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: (start - 2) * 1000 });
  service = await startStandingService(start - 2);
  await create('orders', '/orders/*');
  await create('health', '/health', { Priority: 50, FixedRate: 0 });
  xray.setDaemonAddress(service.daemonAddress);
  const app = express();
  app.use(xrayExpress.openSegment('shop'));
  app.get('/{*path}', (request, response) => response.end());
  app.use(xrayExpress.closeSegment());
  server = await new Promise(resolve => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
});
after(async () => {
  server?.close();
  server?.closeAllConnections();
  mock.timers.reset();
  await service?.stop();
});

test('the X-Ray SDK takes its rules from the service', async () => {
  // The first request starts the sampler, and is decided by the SDK's own rules.
  await visit('/first');
  await eventually(ruleNames, names => names.length > 0);
  assert.deepEqual(ruleNames(), ['health', 'orders', 'Default']);
});

test('requests meet the rule of their url, and traces tell which', async () => {
  assert.deepEqual(await visits('/health', 3), [false, false, false]);
  assert.deepEqual(await visits('/orders/1', 2), [true, true]);
  const { id, sampled } = await visit('/Orders/2?a=b');
  assert.equal(sampled, true);
  const { Traces: [trace] } = await eventually(
    () => send(new BatchGetTracesCommand({ TraceIds: [id] })), found => found.Traces.length > 0);
  assert.equal(JSON.parse(trace.Segments[0].Document).aws.xray.rule_name, 'orders');
});

test('a rule that changes changes the decisions', async () => {
  await update('orders', { FixedRate: 0 });
  await poll();
  await eventually(() => ruleOf('orders').getRate(), rate => rate === 0);
  assert.deepEqual(await visits('/orders/1', 3), [false, false, false]);
});

test('the statistics show what the SDK reported', async () => {
  // The window of the first report is open yet.
  assert.deepEqual(await statistics(), { orders: [0, 0, 0], health: [0, 0, 0] });
  await poll();
  assert.deepEqual(await statistics(), { orders: [3, 3, 0], health: [3, 0, 0] });
});

test('rules that are new or gone are taken with the next rules', async () => {
  await create('vip', '/orders/vip', { Priority: 1 });
  await nextRules();
  await eventually(ruleNames, names => names.includes('vip'));
  assert.deepEqual(ruleNames(), ['vip', 'health', 'orders', 'Default']);
  assert.deepEqual([await visits('/orders/vip', 1), await visits('/orders/1', 1)], [[true], [false]]);
  await change(new DeleteSamplingRuleCommand({ RuleName: 'vip' }));
  await nextRules();
  await eventually(ruleNames, names => !names.includes('vip'));
  assert.deepEqual(await visits('/orders/vip', 1), [false]);
});

test('the SDK borrows from a reservoir once a second, and is granted a quota of it', async () => {
  await create('steady', '/steady', { Priority: 2, ReservoirSize: 2, FixedRate: 0 });
  await nextRules();
  await eventually(ruleNames, names => names.includes('steady'));
  assert.deepEqual(await visits('/steady', 3), [true, false, false]);

  // A client that was silent for five minutes is new, and has no quota at its first report. What the SDK makes of the
  // quota is another matter: it takes the seconds of its end for milliseconds, and goes on borrowing.
  await poll();
  await visits('/steady', 20);
  await poll();
  await eventually(() => ruleOf('steady').getReservoir().quota, quota => quota === 2);
});

test("OpenTelemetry's sampler takes rules, quotas and changes", async () => {
  await update('Default', { FixedRate: 0, ReservoirSize: 0 });
  await update('orders', { FixedRate: 1 });
  await create('burst', '/burst', { ReservoirSize: 2, FixedRate: 0 });
  await poll();
  await advance(10);
  const remote = new AWSXRayRemoteSampler({
    resource: resources.resourceFromAttributes({ 'service.name': 'otel-shop' }),
    endpoint: service.endpoint.replace(/\/$/, ''),
  });
  const cache = remote.internalXraySampler.ruleCache;
  const ruleCalled = name => cache.ruleAppliers.find(rule => rule.samplingRule.RuleName === name);
  const tracer = new tracing.BasicTracerProvider({ sampler: remote }).getTracer('test');
  const decide = (path, count = 1) => Array.from({ length: count }, () => tracer.startSpan('GET', {
    kind: SpanKind.SERVER,
    root: true,
    attributes: { 'url.path': path, 'http.request.method': 'GET', 'server.address': 'shop.example' },
  }).isRecording());
  try {
    await eventually(() => ruleCalled('orders'), rule => rule);
    assert.deepEqual([decide('/orders/1'), decide('/health'), decide('/elsewhere')], [[true], [false], [false]]);

    // A change is noticed at the next report, and the rules are fetched again. The statistics are those of that report.
    await create('vip', '/vip', { Priority: 1 });
    await update('orders', { FixedRate: 0 });
    await poll();
    await eventually(() => ruleCalled('vip'), rule => rule);
    assert.deepEqual([decide('/vip'), decide('/orders/1'), decide('/elsewhere')], [[true], [false], [false]]);
    decide('/burst', 20);
    await poll();
    const { orders, health, Default, vip } = await statistics();
    assert.deepEqual([orders, health, Default, vip], [[1, 1, 0], [1, 0, 0], [1, 0, 0], [0, 0, 0]]);

    // The second report was granted a quota: two a second, and no borrowing.
    await eventually(() => ruleCalled('burst').reservoirSampler.quota, quota => quota === 2);
    await advance(1);
    assert.deepEqual(decide('/burst', 4), [true, true, false, false]);
    await advance(1);
    assert.deepEqual(decide('/burst', 3), [true, true, false]);
  } finally {
    remote.stopPollers();
  }
});
