/**
 * Words that people put where a real value goes later. A file with such words is a template in all but syntax, so no
 * rule speaks about them. Source: the word placeholders of public service definitions (corpus study).
 */

/** Whole value or part of an ARN: `TARGET_GROUP_ARN`, `your-subnet`, `<account>`, `subnet-xxxx`, `FILL-IN`, `…EXAMPLE`. */
export function isPlaceholder(text: string): boolean {
  if (text === '' || /[<>${}%@*#…]|\.\.\.|__/.test(text)) return true;
  if (/^[A-Z][A-Z0-9_-]*$/.test(text) && /[A-Z]{2}/.test(text)) return true;
  return /your|example|placeholder|fill|todo|replace|change[-_]?me|insert|dummy|x{3}|y{3}|z{3}|[-_](arn|id)$/i.test(
    text,
  );
}

/** An account id that nobody owns: words (`account`, `aws_account_id`), one digit over and over, or counted up. */
export function isPlaceholderAccount(text: string): boolean {
  if (!/\d/.test(text)) return true;
  if (isPlaceholder(text)) return true;
  return /^(\d)\1*$/.test(text) || '12345678901234567890'.startsWith(text) || '01234567890123456789'.startsWith(text);
}

/** A Region that is a word: `region`, `aws-region`, `xx-xxxx-1`. */
export function isPlaceholderRegion(text: string): boolean {
  return !/\d/.test(text) || isPlaceholder(text) || /region/i.test(text);
}
