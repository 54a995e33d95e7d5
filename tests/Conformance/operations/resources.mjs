// Tags and resource policies.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DeleteResourcePolicyCommand, ListResourcePoliciesCommand, ListTagsForResourceCommand, PutResourcePolicyCommand,
  TagResourceCommand, UntagResourceCommand,
} from '@aws-sdk/client-xray';
import { send } from './session.mjs';

const resource = { ResourceARN: 'arn:aws:xray:us-east-1:000000000000:sampling-rule/Default' };
const tags = async () => Object.fromEntries(
  (await send(new ListTagsForResourceCommand(resource))).Tags.map(tag => [tag.Key, tag.Value]));

test('TagResource adds tags and overwrites their values', async () => {
  assert.deepEqual(await tags(), {});
  await send(new TagResourceCommand({
    ...resource, Tags: [{ Key: 'team', Value: 'blue' }, { Key: 'e@mail', Value: '' }],
  }));
  await send(new TagResourceCommand({ ...resource, Tags: [{ Key: 'team', Value: 'green' }] }));
  assert.deepEqual(await tags(), { team: 'green', 'e@mail': '' });
});

test('UntagResource passes over keys that are not there', async () => {
  await send(new UntagResourceCommand({ ...resource, TagKeys: ['team', 'gone'] }));
  assert.deepEqual(await tags(), { 'e@mail': '' });
  await send(new UntagResourceCommand({ ...resource, TagKeys: ['e@mail'] }));
});

test('PutResourcePolicy counts revisions', async () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{
      Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: ['xray:PutTraceSegments'], Resource: '*',
    }],
  };
  const put = async more => (await send(new PutResourcePolicyCommand({
    PolicyName: 'sns', PolicyDocument: JSON.stringify(document), ...more,
  }))).ResourcePolicy;
  const first = await put({ PolicyRevisionId: '0' });
  assert.deepEqual([first.PolicyName, first.PolicyRevisionId], ['sns', '1']);
  document.Statement[0].Action = 'xray:PutTraceSegments';
  assert.deepEqual(JSON.parse(first.PolicyDocument), document);
  assert.equal((await put({ PolicyRevisionId: '1' })).PolicyRevisionId, '2');
  assert.equal((await put({ BypassPolicyLockoutCheck: true })).PolicyRevisionId, '3');
});

test('ListResourcePolicies lists them, and DeleteResourcePolicy takes one away', async () => {
  const list = async () => (await send(new ListResourcePoliciesCommand({}))).ResourcePolicies;
  const [policy] = await list();
  assert.deepEqual([policy.PolicyName, policy.PolicyRevisionId, policy.LastUpdatedTime % 1000], ['sns', '3', 0]);
  await send(new DeleteResourcePolicyCommand({ PolicyName: 'sns', PolicyRevisionId: '3' }));
  assert.deepEqual(await list(), []);
});
