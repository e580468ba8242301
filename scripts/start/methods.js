const api = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const reading = ['GET', 'HEAD'];

/**
 * What may be asked of an address. Next answers any method on a page as if it were GET, and TRACE with 500; below /api
 * a route knows its own methods and refuses the others itself.
 */
export function methodsOf(path) {
  return path === '/api' || path.startsWith('/api/') ? api : reading;
}
