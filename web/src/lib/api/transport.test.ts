import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, ApiUnavailable } from './errors';
import { FrameDocument } from './gql/graphql';
import { send } from './transport';

const answerWith = (body: unknown, init: ResponseInit = {}) =>
  vi.stubGlobal('fetch', async () => Response.json(body, init));
const ask = () => send({ url: 'http://api/graphql' }, FrameDocument, {});

afterEach(() => vi.unstubAllGlobals());

describe('a question to the API', () => {
  it('gives the data', async () => {
    answerWith({ data: { accounts: [] } });
    expect(await ask()).toEqual({ accounts: [] });
  });

  it('is unavailable when nobody answers, a gateway answers, or the answer is no GraphQL', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('refused')));
    await expect(ask()).rejects.toThrow(ApiUnavailable);
    answerWith({}, { status: 503 });
    await expect(ask()).rejects.toThrow(ApiUnavailable);
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 200 }));
    await expect(ask()).rejects.toThrow(ApiUnavailable);
  });

  it('is unavailable when the API says that its store is', async () => {
    answerWith({ errors: [{ message: 'no', extensions: { code: 'UNAVAILABLE' } }] });
    await expect(ask()).rejects.toThrow(ApiUnavailable);
  });

  it('fails with the message and the number to report', async () => {
    answerWith({ errors: [{ message: '出错', extensions: { requestId: 'r1' } }] });
    const error = await ask().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ message: '出错', requestId: 'r1' });
  });
});
