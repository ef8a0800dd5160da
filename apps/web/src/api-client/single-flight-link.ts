import { ApolloLink } from '@apollo/client';
import { OperationTypeNode, print } from 'graphql';
import { defer, finalize, mergeMap, type Observable, of, share, tap } from 'rxjs';
import { hashOf } from './persisted-link.ts';

type Answer = ApolloLink.Result;

/** A question with its variables, as long as an answer to it is awaited. */
interface Question {
  awaited: number;
  /** What is under way to whoever asks the same now; none after a change. */
  shared?: Observable<Answer> | undefined;
  newest?: { readonly asked: number; readonly answer: Answer };
}

/**
 * What several ask at once is asked once; but what was asked before a change, or before news of one, never answers what is
 * asked after it, and never comes over its answer when it comes later. What was asked before a change of one's own and is
 * answered after it is asked anew: it may tell of what was before, and the change's own answer stands in the cache already.
 * Apollo's own deduplication does not know of changes, nor does Apollo of the order in which it asked: a list renewed after a
 * mutation would show what is no more.
 */
export function singleFlightLink(): ApolloLink {
  const questions = new Map<string, Question>();
  const news = new Map<string, Observable<Answer>>();
  const change = () => {
    for (const question of questions.values()) question.shared = undefined;
  };
  let count = 0;
  // The number of the last question asked before the last change of one's own.
  let changed = 0;

  const changeOwn = () => {
    changed = count;
    change();
  };

  const ask = (key: string, answers: () => Observable<Answer>): Observable<Answer> => {
    const question = questions.get(key) ?? { awaited: 0 };
    if (question.shared) return question.shared;
    // From its answer on it is under way no more: who asks on hearing it asks anew.
    const over = () => {
      if (question.shared === mine) question.shared = undefined;
    };
    const mine: Observable<Answer> = defer(() => {
      questions.set(key, question);
      question.awaited += 1;
      const asked = count += 1;
      return answers().pipe(
        tap({ next: over, error: over }),
        mergeMap((answer) => {
          if (question.newest && question.newest.asked > Math.max(asked, changed)) return of(question.newest.answer);
          if (asked <= changed) return ask(key, answers);
          if (!answer.errors) question.newest = { asked, answer };
          return of(answer);
        }),
        finalize(() => {
          over();
          question.awaited -= 1;
          if (question.awaited === 0) questions.delete(key);
        }),
      );
    }).pipe(share());
    questions.set(key, question);
    question.shared = mine;
    return mine;
  };

  const hear = (key: string, told: () => Observable<Answer>): Observable<Answer> => {
    const heard = news.get(key) ?? told().pipe(tap(change), finalize(() => news.delete(key)), share());
    news.set(key, heard);
    return heard;
  };

  return new ApolloLink((operation, forward) => {
    const onwards = () => forward(operation);
    const key = `${hashOf(operation.query) ?? print(operation.query)} ${JSON.stringify(operation.variables)}`;
    switch (operation.operationType) {
      case OperationTypeNode.QUERY: return ask(key, onwards);
      case OperationTypeNode.SUBSCRIPTION: return hear(key, onwards);
      case OperationTypeNode.MUTATION: return onwards().pipe(tap({ next: changeOwn, error: changeOwn }));
      default: return operation.operationType satisfies never;
    }
  });
}
