import type { Subscription } from 'fhir/r5.js';
import { searchOf } from '../../fhir/search/search-request.ts';
import { keyOf } from '../../security/principal.ts';
import { bindingToken } from '../../subscription/binding-token.ts';
import { SOCKET_PATH } from '../../subscription/sockets.ts';
import { subscriberOf } from '../../subscription/subscriber.ts';
import { READER } from '../access.ts';
import { fail } from '../error.ts';
import { parametersAnswer } from './answers.ts';
import { operation } from './operation.ts';

/** How many subscriptions a token is for, at most. */
const MOST = 100;

/** A token by which a web socket is bound to subscriptions: https://hl7.org/fhir/R5/subscription-operation-get-ws-binding-token.html */
export const getWsBindingToken = operation({
  code: 'get-ws-binding-token',
  definition: 'http://hl7.org/fhir/OperationDefinition/Subscription-get-ws-binding-token',
  summary: 'A token by which a web socket is bound to subscriptions',
  levels: { type: { permissions: ['s'] }, instance: READER },
  byGet: [],
  types: ['Subscription'],
  output: 'Parameters',
  failures: ['not-found'],
  inputs: {
    id: {
      type: 'id',
      description: 'The subscriptions; all of who asks if none is named',
      repeats: true,
      levels: ['type'],
    },
  },
  run: async ({ id }, request, { store, now }) => {
    const ids = request.id === '' ? id : [request.id];
    const where = ids && ({ kind: 'id', anyOf: ids } as const);
    const { matches } = await store.search(searchOf(['Subscription'], where, MOST));
    const own: string[] = [];
    for (const { id: one, text } of matches) {
      const { channelType } = JSON.parse(text) as Subscription;
      // A token is given to who is to be told, and to nobody else.
      const { principal } = await subscriberOf(store, one);
      if (channelType.code === 'websocket' && keyOf(principal) === keyOf(request.principal)) own.push(one);
    }
    const missing = ids?.find((one) => !own.includes(one));
    if (own.length === 0 || missing !== undefined)
      return fail(
        'not-found',
        'not-found',
        `There is no such subscription by web socket${missing === undefined ? '' : `: ${missing}`}`,
      );
    const { token, expiration } = await bindingToken(store, own, Date.parse(now()));
    const url = `${request.base.replace(/^http/, 'ws')}${SOCKET_PATH}`;
    return parametersAnswer([
      { name: 'token', valueString: token },
      { name: 'expiration', valueDateTime: expiration },
      ...own.map((one) => ({ name: 'subscription', valueString: one })),
      { name: 'websocket-url', valueUrl: url },
    ]);
  },
});
