/** A route that answers nothing of use: what HTTP itself costs. */
import { thinArguments, thinServer } from './thin-server.ts';

thinServer(thinArguments().port, () => '{"head":{"vars":["s"]},"results":{"bindings":[]}}');
