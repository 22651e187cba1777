/**
 * Cuts the operations that lockgate uses out of GitHub's own OpenAPI description into a small fixture, so that the
 * loopback GitHub of the tests cannot drift from the real one.
 *
 *     node scripts/cut-openapi.mjs                 fetches the package below with npm, into a temporary folder
 *     node scripts/cut-openapi.mjs FILE            cuts a copy of api.github.com.json that is already there
 *
 * The package has 385 MB unpacked, so it is not a dependency. To use another operation, add it to the list.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const origin = {
  package: '@octokit/openapi',
  version: '23.0.2',
  file: 'generated/api.github.com.json',
  licence: 'MIT',
};

const operations = [
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-protection',
  'repos/get-branch-rules',
  'repos/codeowners-errors',
  'git/get-commit',
  'git/get-tree',
  'git/get-blob',
  'pulls/get',
  'pulls/list',
  'actions/list-workflow-runs-for-repo',
  'actions/re-run-workflow-failed-jobs',
  'actions/re-run-workflow',
  'pulls/list-commits',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-branches',
  'repos/list-activities',
  'repos/get-collaborator-permission-level',
  'teams/get-by-name',
  'teams/list-members-in-org',
  'repos/list-collaborators',
  'actions/get-github-actions-default-workflow-permissions-repository',
  'users/get-by-id',
  'repos/get-commit',
  'repos/get-repo-ruleset',
  'repos/get-org-ruleset',
  'repos/list-for-org',
  'orgs/get',
  'teams/list',
  'users/get-by-username',
  'git/list-matching-refs',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/create-review',
  'pulls/update-review',
  'pulls/create-review-comment',
  'pulls/update-review-comment',
  'pulls/delete-review-comment',
  'checks/create',
  'checks/update',
  'repos/compare-commits-with-basehead',
  'issues/list-comments',
  'issues/get-comment',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'code-scanning/upload-sarif',
  'repos/create-commit-status',
  'repos/get-combined-status-for-ref',
  'repos/get-release-by-tag',
  'repos/list-releases',
  'repos/create-release',
  'repos/update-release',
  'repos/upload-release-asset',
  'git/get-ref',
  'git/get-tag',
  'git/create-ref',
  'git/update-ref',
];

/** Keys for people, which a validator ignores. */
const prose = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs', 'tags', 'deprecated']);
const target = new URL('../__tests__/fixtures/github/openapi.json', import.meta.url);

const description = readDescription(process.argv[2]);
const kept = { schemas: {} };
const paths = {};
for (const [path, item] of Object.entries(description.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!operations.includes(operation?.operationId)) continue;
    paths[path] = { ...paths[path], [method]: cutOperation(operation) };
  }
}
Object.assign(paths, notYetDescribed());
const found = Object.values(paths).flatMap((item) => Object.values(item).map((operation) => operation.operationId));
const missing = operations.filter((id) => !found.includes(id));
if (missing.length > 0) throw new Error(`The description has no operation ${missing.join(', ')}.`);

const schemas = Object.fromEntries(Object.entries(kept.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
const cut = { origin, openapi: description.openapi, paths, components: { schemas } };
writeFileSync(target, `${JSON.stringify(cut)}\n`);
console.log(`${found.length} operations, ${Object.keys(schemas).length} schemas`);

/**
 * What GitHub documents and the description above does not have: REST, "Actions policies" (November 2026), only the fields
 * that lockgate reads; and a team and its member by the team's id, which the descriptions of teams/get-by-name and
 * teams/get-membership-for-user-in-org name in their text alone. Take it out when the package has it.
 *
 * And a repository by its id, which GitHub answers without describing it (go-github, `RepositoriesService.GetByID`: "uses the
 * undocumented GitHub API endpoint"); it is where GitHub itself redirects to when a repository was renamed. The reply is that
 * of `repos/get`.
 */
function notYetDescribed() {
  const path = (name, type = 'string') => ({ name, in: 'path', required: true, schema: { type } });
  const repository = [path('owner'), path('repo')];
  const page = ['per_page', 'page'].map((name) => ({ name, in: 'query', schema: { type: 'integer' } }));
  const ok = (schema) => ({ 200: { content: { 'application/json': { schema } } }, 404: { content: {} } });
  const policy = {
    type: 'object',
    required: ['id', 'name'],
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
  };
  const rule = { type: 'object', required: ['type'], properties: { type: { type: 'string' }, parameters: {} } };
  const detail = { enforcement: { type: 'string' }, conditions: {}, rules: { type: 'array', items: rule } };
  const properties = { total_count: { type: 'integer' }, policies: { type: 'array', items: policy } };
  const membership = description.paths['/orgs/{org}/teams/{team_slug}/memberships/{username}'].get.responses;
  const byId = [path('repository_id', 'integer')];
  return {
    '/organizations/{org_id}/team/{team_id}/memberships/{username}': {
      get: {
        operationId: 'teams/get-membership-by-id',
        parameters: [path('org_id', 'integer'), path('team_id', 'integer'), path('username')],
        responses: cutResponses(membership),
      },
    },
    '/organizations/{org_id}/team/{team_id}': {
      get: {
        operationId: 'teams/get-by-id',
        parameters: [path('org_id', 'integer'), path('team_id', 'integer')],
        responses: paths['/orgs/{org}/teams/{team_slug}'].get.responses,
      },
    },
    '/repositories/{repository_id}': {
      get: { ...paths['/repos/{owner}/{repo}'].get, operationId: 'repos/get-by-id', parameters: byId },
    },
    '/repos/{owner}/{repo}/actions/policies': {
      get: {
        operationId: 'actions/list-repo-policies',
        parameters: [...repository, ...page],
        responses: ok({ type: 'object', required: Object.keys(properties), properties }),
      },
    },
    '/repos/{owner}/{repo}/actions/policies/{policy_id}': {
      get: {
        operationId: 'actions/get-repo-policy',
        parameters: [...repository, path('policy_id', 'integer')],
        responses: ok({ ...policy, properties: { ...policy.properties, ...detail } }),
      },
    },
  };
}

function readDescription(file) {
  if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-openapi-'));
  try {
    execFileSync('npm', ['pack', `${origin.package}@${origin.version}`, '--silent', '--pack-destination', folder]);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', tarball, `package/${origin.file}`], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, 'package', origin.file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cutOperation({ operationId, parameters = [], requestBody, responses }) {
  const cutBody = requestBody === undefined ? {} : { requestBody: cutNode(requestBody) };
  return {
    operationId,
    parameters: parameters.map((parameter) => cutNode(inline(parameter))),
    ...cutBody,
    responses: cutResponses(responses),
  };
}

function cutResponses(responses) {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const { content = {} } = inline(response);
      return [status, { content: cutNode(content) }];
    }),
  );
}

/** Parameters and responses are few and small, so they are copied in. Schemas stay shared and are collected. */
function inline(node) {
  return node.$ref === undefined ? node : inline(lookUp(node.$ref));
}

function lookUp(reference) {
  return reference
    .slice('#/'.length)
    .split('/')
    .reduce((node, key) => node[key], description);
}

/** Drops prose and extensions; keeps each schema that is referred to. Keys below `properties` are names, never dropped. */
function cutNode(node, names = false) {
  if (Array.isArray(node)) return node.map((member) => cutNode(member));
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.$ref === 'string') keep(node.$ref);
  const members = Object.entries(node).filter(([key]) => names || !(prose.has(key) || key.startsWith('x-')));
  return Object.fromEntries(members.map(([key, value]) => [key, cutNode(value, !names && key === 'properties')]));
}

function keep(reference) {
  const name = reference.slice('#/components/schemas/'.length);
  if (name in kept.schemas) return;
  kept.schemas[name] = {};
  kept.schemas[name] = cutNode(lookUp(reference));
}
