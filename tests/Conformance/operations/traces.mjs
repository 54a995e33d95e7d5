// Sending and reading traces, telemetry and encryption.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BatchGetTracesCommand, GetEncryptionConfigCommand, GetServiceGraphCommand, GetTraceGraphCommand, GetTraceSummariesCommand,
  PutEncryptionConfigCommand, PutTelemetryRecordsCommand, PutTraceSegmentsCommand,
} from '@aws-sdk/client-xray';
import { newId, newTraceId, segment, subsegment, texts } from '../documents.mjs';
import { eventually } from '../service.mjs';
import { at, now, send } from './session.mjs';

const put = (...documents) => send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: texts(documents) }));

// A front end that calls a reported service, which calls a table.
const traceId = newTraceId(now);
const call = subsegment('back', now - 9.75, now - 8.25, { namespace: 'remote', http: { response: { status: 503 } }, fault: true });
const query = subsegment('DynamoDB', now - 9, now - 8.5, {
  namespace: 'aws', http: { response: { status: 400 } }, error: true, throttle: true,
  aws: { operation: 'GetItem', table_name: 'users', region: 'eu-west-1' },
});
const front = segment(traceId, 'front', now - 10, now - 8, {
  origin: 'AWS::EC2::Instance', user: 'alice', annotations: { tenant: 'blue', rank: 3, beta: true },
  http: { request: { method: 'GET', url: 'http://front.example/a?b=c', client_ip: '192.0.2.1', user_agent: 'node' }, response: { status: 200 } },
  aws: { ec2: { instance_id: 'i-0123456789abcdef0', availability_zone: 'us-west-2a' } },
  subsegments: [call],
});
const back = segment(traceId, 'back', now - 9.5, now - 5, {
  parent_id: call.id, fault: true, http: { response: { status: 503 } },
  cause: { exceptions: [{ id: newId(), type: 'Broken', message: 'it broke' }] },
  subsegments: [query],
});

test('PutTraceSegments takes good documents and tells the bad ones', async () => {
  const answer = await send(new PutTraceSegmentsCommand({
    TraceSegmentDocuments: [...texts([front, back]), '{', JSON.stringify({ ...front, id: 'short' }), '[]'],
  }));
  assert.deepEqual(answer.UnprocessedTraceSegments, [
    { ErrorCode: 'ParseError', Message: 'Invalid segment. ErrorCode: ParseError' },
    { Id: 'short', ErrorCode: 'InvalidId', Message: 'Invalid segment. ErrorCode: InvalidId' },
    { ErrorCode: 'ParseError', Message: 'Invalid entity. ErrorCode: ParseError' },
  ]);
  assert.match(answer.$metadata.requestId, /^[0-9a-f-]{36}$/);
});

test('GetTraceSummaries summarises the trace', async () => {
  const answer = await send(new GetTraceSummariesCommand({ StartTime: at(now - 20), EndTime: at(now) }));
  assert.equal(answer.TracesProcessedCount, 1);
  assert.equal(answer.NextToken, undefined);
  assert.equal(answer.ApproximateTime.getTime(), (now - 20) * 1000);
  const [summary] = answer.TraceSummaries;
  assert.equal(summary.Id, traceId);
  assert.equal(summary.StartTime.getTime(), (now - 10) * 1000);
  assert.equal(summary.Duration, 5);
  assert.equal(summary.ResponseTime, 2);
  assert.deepEqual([summary.HasError, summary.HasFault, summary.HasThrottle, summary.IsPartial], [false, false, false, false]);
  assert.deepEqual(summary.Http, {
    HttpURL: 'http://front.example/a?b=c', HttpStatus: 200, HttpMethod: 'GET', UserAgent: 'node', ClientIp: '192.0.2.1',
  });
  assert.equal(summary.Annotations.tenant[0].AnnotationValue.StringValue, 'blue');
  assert.equal(summary.Annotations.rank[0].AnnotationValue.NumberValue, 3);
  assert.equal(summary.Annotations.beta[0].AnnotationValue.BooleanValue, true);
  assert.deepEqual(summary.Users.map(user => user.UserName), ['alice']);
  assert.equal(summary.EntryPoint.Name, 'front');
  assert.deepEqual(
    summary.ServiceIds.map(id => `${id.Name}|${id.Type ?? ''}`).sort(),
    ['back|', 'front|AWS::EC2::Instance', 'front|client', 'users|AWS::DynamoDB::Table']);
  assert.equal(summary.FaultRootCauses[0].ClientImpacting, false);
  assert.deepEqual(summary.FaultRootCauses[0].Services[0].EntityPath[0].Exceptions, [{ Name: 'Broken', Message: 'it broke' }]);
  assert.equal(summary.Revision, 1);
});

test('BatchGetTraces answers processed documents and passes over unknown ids', async () => {
  const answer = await send(new BatchGetTracesCommand({ TraceIds: [newTraceId(), traceId] }));
  assert.equal(answer.Traces.length, 1);
  assert.deepEqual(answer.UnprocessedTraceIds, []);
  const [trace] = answer.Traces;
  assert.equal(trace.Duration, 5);
  assert.equal(trace.LimitExceeded, false);
  const documents = trace.Segments.map(entry => JSON.parse(entry.Document));
  assert.deepEqual(documents.map(document => document.name).sort(), ['DynamoDB', 'back', 'front']);
  const inferred = documents.find(document => document.inferred);
  assert.equal(inferred.parent_id, query.id);
  assert.equal(inferred.origin, 'AWS::DynamoDB::Table');
  assert.deepEqual(inferred.aws.resource_names, ['users']);
});

test('GetTraceGraph draws the trace', async () => {
  const { Services } = await send(new GetTraceGraphCommand({ TraceIds: [traceId] }));
  const node = (name, type) => Services.find(entry => entry.Name === name && entry.Type === type);
  assert.equal(Services.length, 4);
  const root = node('front', 'AWS::EC2::Instance');
  assert.equal(root.Root, true);
  assert.equal(root.SummaryStatistics.OkCount, 1);
  const [edge] = root.Edges;
  assert.equal(edge.ReferenceId, node('back', undefined).ReferenceId);
  assert.equal(edge.SummaryStatistics.FaultStatistics.TotalCount, 1);
  assert.equal(edge.SummaryStatistics.TotalResponseTime, 1.5);
  assert.equal(node('back', undefined).SummaryStatistics.TotalResponseTime, 4.5);
  assert.equal(node('users', 'AWS::DynamoDB::Table').SummaryStatistics.ErrorStatistics.ThrottleCount, 1);
  assert.equal(root.StartTime, undefined);
});

test('GetServiceGraph selects by receipt and shows start times', async () => {
  const graph = await send(new GetServiceGraphCommand({ StartTime: at(now - 2), EndTime: at(now + 120) }));
  assert.equal(graph.StartTime.getTime(), (now - 10) * 1000);
  assert.equal(graph.EndTime.getTime(), (now - 10) * 1000);
  assert.equal(graph.Services.length, 4);
  assert.equal(graph.ContainsOldGroupVersions, false);
  const before = await send(new GetServiceGraphCommand({ StartTime: at(now - 20), EndTime: at(now - 3) }));
  assert.deepEqual([before.Services, before.StartTime], [[], undefined]);
});

test('PutTelemetryRecords is taken', async () => {
  const answer = await send(new PutTelemetryRecordsCommand({
    Hostname: 'host', EC2InstanceId: 'i-1', ResourceARN: 'arn',
    TelemetryRecords: [{ Timestamp: new Date(), SegmentsReceivedCount: 2, BackendConnectionErrors: { TimeoutCount: 1 } }],
  }));
  assert.equal(answer.$metadata.httpStatusCode, 200);
});

test('the encryption setting goes from UPDATING to ACTIVE', async () => {
  const read = async () => (await send(new GetEncryptionConfigCommand({}))).EncryptionConfig;
  assert.deepEqual(await read(), { Status: 'ACTIVE', Type: 'NONE' });
  const { EncryptionConfig: changed } = await send(new PutEncryptionConfigCommand({ Type: 'KMS', KeyId: 'alias/aws/xray' }));
  assert.equal(changed.Status, 'UPDATING');
  assert.match(changed.KeyId, /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/);
  const active = await eventually(read, config => config.Status === 'ACTIVE');
  assert.deepEqual(active, { KeyId: changed.KeyId, Status: 'ACTIVE', Type: 'KMS' });
});

test('a completing document makes a second revision and moves the trace in Event windows', async () => {
  const id = newTraceId(now);
  const open = { trace_id: id, id: newId(), name: 'job', start_time: now - 3000, in_progress: true };
  await put(open);
  const { in_progress: _, ...complete } = { ...open, end_time: now - 2990 };
  await put(complete);
  const byEvent = await send(new GetTraceSummariesCommand({ StartTime: at(now - 5), EndTime: at(now + 120), TimeRangeType: 'Event' }));
  const summary = byEvent.TraceSummaries.find(entry => entry.Id === id);
  assert.equal(summary.Revision, 2);
  assert.equal(summary.Duration, 10);
  assert.ok(summary.MatchedEventTime.getTime() >= now * 1000 - 1000);
  const byEnd = await send(new GetTraceSummariesCommand({ StartTime: at(now - 2995), EndTime: at(now - 2985), TimeRangeType: 'Service' }));
  assert.deepEqual(byEnd.TraceSummaries.map(entry => entry.Id), [id]);
});
