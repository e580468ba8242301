import { Html } from '../html';

/** Sends what a button or form says as JSON to the control of its name, then shows the world anew. */
export const CONTROL_SCRIPT = new Html(`<script>
  const post = async (name, body) => {
    const answer = await fetch('/_simulator/' + name, { method: 'POST', body: JSON.stringify(body) });
    if (answer.ok) location.reload();
    else alert((await answer.json()).message);
  };
  for (const button of document.querySelectorAll('button[data-control]')) {
    button.onclick = () => post(button.dataset.control, JSON.parse(button.dataset.body));
  }
  for (const form of document.querySelectorAll('form[data-control]')) {
    form.onsubmit = (event) => {
      event.preventDefault();
      const filled = [...form.elements].filter((field) => field.name && field.value !== '');
      const entries = filled.map((field) => [field.name, field.type === 'number' ? Number(field.value) : field.value]);
      post(form.dataset.control, Object.fromEntries(entries));
    };
  }
</script>`);
