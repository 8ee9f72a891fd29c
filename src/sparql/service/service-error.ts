/** What goes wrong between us and another endpoint. https://www.w3.org/TR/sparql11-federated-query/#serviceFailure */
import { GraphpressError } from '../../errors.ts';

/** `service-refused`: we do not ask it; `service-failed`: it did not answer; `service-unbound`: nothing says whom to ask. */
export type ServiceErrorCode = 'service-refused' | 'service-failed' | 'service-unbound';

export class ServiceError extends GraphpressError {
  constructor(code: ServiceErrorCode, message: string, endpoint: string, options?: ErrorOptions) {
    super(code, message, { endpoint }, options);
  }
}
