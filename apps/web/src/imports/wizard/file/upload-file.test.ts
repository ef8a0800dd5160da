import { expect, it } from 'vitest';
import { answerOf } from './upload-file.ts';

it('takes the id of what was taken in, and the words of what was refused', () => {
  expect(answerOf(201, '{"id":"f"}')).toEqual({ id: 'f' });
  expect(answerOf(422, '{"errors":[{"message":"a.csv is empty.","extensions":{"code":"REQUIRED"}}]}')).toEqual({ refusal: 'a.csv is empty.' });
});

it('takes whatever else for no answer', () => {
  for (const [status, text] of [[502, '<html>Bad gateway</html>'], [201, '{}'], [413, '{"errors":[]}'], [500, 'null']] as const) expect(answerOf(status, text)).toEqual({ failed: true });
});
