import type { ServerResponse } from 'node:http';
import { type Html, html } from '../html';
import type { Token } from '../model';
import { sendPage } from '../page';
import type { World } from '../world';
import { CONTROL_SCRIPT } from './script';
import { FAULT_TARGETS } from './targets';

const MOST_TOKENS = 100;

/** `GET /_simulator`: the world for people, with a button for each thing that may happen to it. */
export function sendControlPage(world: World, response: ServerResponse): void {
  const content = html`<h1>What this TikTok is like</h1>
    <p>A stand-in for TikTok. Nothing here is real, secrets and tokens included.</p>
    ${misfortune(world)} ${tokens(world)} ${users(world)} ${apps(world)} ${CONTROL_SCRIPT}`;
  sendPage(response, 'Control', content, { wide: true });
}

function misfortune(world: World): Html {
  return html`<h2>Misfortune</h2>
    <form class="row" data-control="fail">
      <label>Endpoint ${endpoints()}</label>
      <label>
        Answer
        <select name="kind">
          ${['code', 'status', 'html', 'truncate', 'drip', 'hang', 'reset', 'huge'].map(
            (kind) => html`<option>${kind}</option>`,
          )}
        </select>
      </label>
      <label>Code <input type="number" name="code" value="50000" /></label>
      <label>HTTP status <input type="number" name="status" value="200" /></label>
      <label>Cut at byte <input type="number" name="at" value="40" /></label>
      <label>Times <input type="number" name="times" value="1" min="1" /></label>
      <button class="primary">Fail</button>
    </form>
    <form class="row" data-control="slow">
      <label>Endpoint ${endpoints()}</label>
      <label>Milliseconds <input type="number" name="ms" value="2000" min="0" /></label>
      <button>Slow down</button>
    </form>
    <div class="row">
      ${act('Break everything', 'fail', { kind: 'status', status: 503, times: null })}
      ${act('Heal everything', 'clear', {})} ${act('An hour later', 'clock', { advanceSeconds: 3_600 })}
      ${act('Reset the world', 'reset', {})}
    </div>
    ${plans(world)}`;
}

function endpoints(): Html {
  return html`<select name="endpoint">
    ${FAULT_TARGETS.map((name) => html`<option>${name}</option>`)}
  </select>`;
}

function plans(world: World): Html {
  const slow = Object.entries(world.faults.slownesses());
  const faults = world.faults.list();
  if (!slow.length && !faults.length) return html`<p class="note">Everything answers as it should.</p>`;
  return html`<ul class="note">
    ${faults.map((fault) => html`<li>${fault.endpoint}: ${fault.kind}, ${fault.left ?? 'until healed'}</li>`)}
    ${slow.map(([endpoint, ms]) => html`<li>${endpoint}: ${ms} ms slower</li>`)}
  </ul>`;
}

function tokens(world: World): Html {
  const latest = [...world.tokens.values()].slice(-MOST_TOKENS).reverse();
  return html`<h2>Tokens (${world.tokens.size})</h2>
    <div class="table">
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">App</th>
            <th scope="col">User</th>
            <th scope="col">Ad accounts</th>
            <th scope="col">Permissions</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          ${latest.map((token) => tokenRow(world, token))}
        </tbody>
      </table>
    </div>`;
}

function tokenRow(world: World, token: Token): Html {
  const [firstAdvertiser] = token.advertiserIds;
  const { value } = token;
  return html`<tr>
    <td class="id">${value.slice(0, 6)}…${value.slice(-4)}</td>
    <td>${world.apps.get(token.appId)?.name}</td>
    <td>${world.users.get(token.userId)?.name}</td>
    <td>${token.advertiserIds.length}</td>
    <td class="id">${token.scopes.join(', ')}</td>
    <td>
      ${token.alive ? 'alive' : 'dead'} ${token.alive && act('Revoke', 'revoke', { token: value })}
      ${
        token.alive &&
        firstAdvertiser !== undefined &&
        act('Lose one ad account', 'narrow', { token: value, removeAdvertiserIds: [firstAdvertiser] })
      }
    </td>
  </tr>`;
}

function users(world: World): Html {
  return html`<h2>Users</h2>
    <div class="table">
      <table>
        <tbody>
          ${[...world.users.values()].map(
            (user) =>
              html`<tr>
                <th scope="row">${user.name}</th>
                <td class="id">${user.key}</td>
                <td class="id">${user.id}</td>
                <td>${user.advertiserIds.length} ad accounts</td>
                <td>${act('Withdraw from every app', 'revoke', { user: user.id })}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function apps(world: World): Html {
  return html`<h2>Apps</h2>
    <div class="table">
      <table>
        <tbody>
          ${[...world.apps.values()].map(
            (app) =>
              html`<tr>
                <th scope="row">${app.name}</th>
                <td class="id">${app.id}</td>
                <td>${app.status}, ${app.tier}</td>
                <td class="id">${app.redirectUrls === 'any' ? 'any redirect URL' : app.redirectUrls.join(' ')}</td>
                <td>
                  ${
                    app.status === 'approved'
                      ? act('Block', 'apps', { id: app.id, status: 'blocked' })
                      : act('Approve', 'apps', { id: app.id, status: 'approved' })
                  }
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function act(label: string, control: string, body: unknown): Html {
  return html`<button type="button" class="small" data-control="${control}" data-body="${JSON.stringify(body)}">
    ${label}
  </button>`;
}
