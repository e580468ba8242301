/** The part of TikTok's own SDK that the tests use; it ships without types. */
declare module 'tiktok-business-api-sdk-official' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK promises nothing about data
  type Callback = (error: Error | null, answer: { data: any; request_id: string }) => void;

  export class ApiClient {
    basePath: string;
    callApi(
      path: string,
      method: string,
      pathParams: object,
      queryParams: object,
      headerParams: object,
      formParams: object,
      body: unknown,
      authNames: string[],
      contentTypes: string[],
      accepts: string[],
      returnType: unknown,
      callback: Callback,
    ): unknown;
  }
  export class InlineResponse200 {}
  export class Oauth2AccessTokenBody {
    constructor(appId: string, authCode: string, secret: string);
  }
  export class AuthenticationApi {
    constructor(client: ApiClient);
    oauth2AccessToken(options: { body: Oauth2AccessTokenBody }, callback: Callback): unknown;
    oauth2AdvertiserGet(appId: string, secret: string, accessToken: string, callback: Callback): unknown;
  }
  export class AccountManagementApi {
    constructor(client: ApiClient);
    advertiserInfo(ids: string[], accessToken: string, options: { fields?: string[] }, callback: Callback): unknown;
  }
}
