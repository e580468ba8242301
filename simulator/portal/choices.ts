import { Html, html } from '../html';
import type { App } from '../model';
import { expandScopes, permissionName, PERMISSION_TREE } from '../permissions';
import type { World } from '../world';

/** The permissions the app asks for, one checkbox for each of the smallest. */
export function permissionList(app: App, ticked: readonly string[]): Html {
  const asked = expandScopes(app.scopes);
  const granted = expandScopes(ticked);
  const groups = PERMISSION_TREE.map(({ id, name }) => ({
    name,
    ids: [...expandScopes([id])].filter((leaf) => asked.delete(leaf)),
  }));
  const rest = { name: 'Other', ids: [...asked] };
  return html`<fieldset>
    <legend>Permissions</legend>
    <div class="scroll" role="group" tabindex="0" aria-label="List of permissions">
      ${[...groups, rest]
        .filter(({ ids }) => ids.length)
        .map(({ name, ids }) => [
          html`<h2>${name}</h2>`,
          ...ids.map((id) => checkbox('scope', id, permissionName(id), granted.has(id))),
        ])}
    </div>
  </fieldset>`;
}

/** More than these are not listed one by one: a browser would take seconds over them. */
const MOST_LISTED = 200;

/** The ad accounts of the person; none need be ticked. */
export function adAccountList(world: World, ids: readonly string[], ticked: readonly string[]): Html {
  const chosen = new Set(ticked);
  if (!ids.length) {
    return html`<fieldset>
      <legend>Ad accounts</legend>
      <p>You have no ad accounts. You can authorize all the same.</p>
    </fieldset>`;
  }
  return html`<fieldset>
    <legend>Ad accounts</legend>
    <label
      ><input type="checkbox" name="all" value="yes" ${chosen.size === ids.length && 'checked'} /> Select all
      ${ids.length} ad accounts</label
    >
    <div class="scroll" role="group" tabindex="0" aria-label="List of ad accounts">
      ${ids.slice(0, MOST_LISTED).map((id) => checkbox('advertiser', id, world.advertisers.get(id)?.name ?? id, chosen.has(id), id))}
    </div>
    ${ids.length > MOST_LISTED && html`<p>and ${ids.length - MOST_LISTED} more, which “Select all” includes</p>`}
    ${SELECT_ALL}
  </fieldset>`;
}

const SELECT_ALL = new Html(`<script>
  const [all] = document.getElementsByName('all');
  const boxes = [...document.getElementsByName('advertiser')];
  all.onchange = () => boxes.forEach((box) => (box.checked = all.checked));
  boxes.forEach((box) => (box.onchange = () => (all.checked &&= box.checked)));
</script>`);

function checkbox(name: string, value: string, label: string, checked: boolean, detail?: string): Html {
  return html`<label
    ><input type="checkbox" name="${name}" value="${value}" ${checked && 'checked'} />
    <span>${label} ${detail && html`<span class="id">${detail}</span>`}</span></label
  >`;
}
