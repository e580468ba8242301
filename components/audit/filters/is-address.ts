const v4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;

/** Whether a text is the whole of an IP address, so that the audit can be asked for it. */
export function isAddress(text: string): boolean {
  return v4.test(text) || (/^[\da-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`));
}
