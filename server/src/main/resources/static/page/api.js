/** What the server is asked, and how it says no. */

/** A refusal: its HTTP status, 0 where there was no answer, and the reason that was given, if any. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail || String(status));
    this.status = status;
    this.detail = detail;
  }
}

let loggedOut = () => {};

/** Whom to tell when a session has ended. */
export function onLoggedOut(listener) {
  loggedOut = listener;
}

export const get = (path) => asked('GET', path).then((answer) => answer.json());
export const post = (path, body) => asked('POST', path, body).then(content);
export const put = (path, body) => asked('PUT', path, body).then(content);
export const patch = (path, body) => asked('PATCH', path, body).then(content);
export const remove = (path) => asked('DELETE', path).then(content);
export const blob = (path) => asked('GET', path).then((answer) => answer.blob());

/** Parameters of an address; those that are not set are left out. */
export function query(values) {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length ? `?${new URLSearchParams(set)}` : '';
}

/** Sends files; tells how much of them has gone, in [0, 1]. */
export function upload(files, progress) {
  const form = new FormData();
  files.forEach((file) => form.append('films', file, file.name));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much has gone
    request.open('POST', '/api/films');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.upload.onprogress = (event) => progress(event.loaded / event.total);
    request.onerror = () => reject(new Refused(0));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (Array.isArray(answer)) {
        resolve(answer);
      } else {
        reject(new Refused(request.status, answer?.detail));
      }
    };
    request.send(form);
  });
}

/** Hears of films and courses as they change, and that something may have been missed: the connection broke and is back. */
export function events({ film, course, lost }) {
  const source = new EventSource('/api/events');
  source.addEventListener('film', (event) => film(JSON.parse(event.data)));
  source.addEventListener('course', (event) => course(JSON.parse(event.data).course));
  source.addEventListener('error', () => source.addEventListener('open', lost, { once: true }));
  return source;
}

async function asked(method, path, body) {
  const headers = method === 'GET' ? {} : { 'X-XSRF-TOKEN': token() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, { method, headers, body: JSON.stringify(body) }).catch(() => {
    throw new Refused(0);
  });
  if (answer.ok) {
    return answer;
  }
  if (answer.status === 401 && path !== '/api/login' && path !== '/api/me') {
    loggedOut();
  }
  throw new Refused(answer.status, parsed(await answer.text())?.detail);
}

async function content(answer) {
  return parsed(await answer.text());
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // nothing, or another program's words
  }
}

function token() {
  return document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '';
}
