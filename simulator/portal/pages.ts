import { html, type Html } from '../html';
import type { Visit } from '../model';
import type { World } from '../world';
import { adAccountList, permissionList } from './choices';
import { VERIFICATION_CODE } from './visit';

/** What the person sees at this point of the visit. */
export function visitPage(world: World, visit: Visit): { title: string; content: Html } {
  switch (visit.step) {
    case 'sign-in':
      return { title: 'Log in', content: signIn(world, visit) };
    case 'permissions':
      return { title: 'Authorize', content: permissions(world, visit) };
    case 'code':
      return { title: 'Verify', content: verification(world, visit) };
    case 'left':
      return { title: 'Not authorized', content: left(visit) };
  }
}

function signIn(world: World, visit: Visit): Html {
  return html`<h1>Log in to TikTok for Business</h1>
    <p>${visit.app.name} asks for access to ad accounts. Who are you?</p>
    <form method="post">
      ${[...world.users.values()].map(
        (user) => html`<button class="choice" name="user" value="${user.id}">Log in as ${user.name}</button>`,
      )}
      <div class="row">${cancelButton()}</div>
    </form>`;
}

function permissions(world: World, visit: Visit): Html {
  const user = world.users.get(visit.userId ?? '');
  return html`<h1>${visit.app.name} asks for access to your ad accounts</h1>
    <p>Logged in as ${user?.name}. App ID <span class="id">${visit.app.id}</span></p>
    ${problem(visit)}
    <form method="post">
      ${permissionList(visit.app, visit.scopes)} ${adAccountList(world, user?.advertiserIds ?? [], visit.advertiserIds)}
      <label><input type="checkbox" name="agreement" value="yes" /> I agree to the Platform Service Agreement</label>
      <div class="row"><button class="primary" name="action" value="confirm">Confirm</button>${cancelButton()}</div>
    </form>`;
}

function verification(world: World, visit: Visit): Html {
  const user = world.users.get(visit.userId ?? '');
  return html`<h1>Verify that it is you</h1>
    <p>A verification code goes to ${user?.email}.</p>
    ${problem(visit)}
    <form method="post">
      ${
        visit.codeSent &&
        html`<p class="note" role="status">
            The code was sent. No mail leaves a simulator: it is ${VERIFICATION_CODE}.
          </p>
          <p>
            <label for="code">Verification code</label>
            <input type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" />
          </p>
          <div class="row"><button class="primary" name="action" value="verify">Confirm</button></div>`
      }
      <div class="row">
        <button name="action" value="send">${visit.codeSent ? 'Send again' : 'Send code'}</button>${cancelButton()}
      </div>
    </form>`;
}

function left(visit: Visit): Html {
  return html`<h1>Nothing was authorized</h1>
    <p>You left without giving ${visit.app.name} access. You may close this page.</p>`;
}

function cancelButton(): Html {
  return html`<button name="action" value="cancel">Cancel</button>`;
}

function problem(visit: Visit): Html | false {
  return visit.problem !== undefined && html`<p class="problem" role="alert">${visit.problem}</p>`;
}
