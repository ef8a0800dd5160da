import { refusalText } from '#api-client';
import { showToast } from '#design';
import { AcceptEnrichmentDocument, AcceptEnrichmentsDocument, DismissEnrichmentDocument, type OpenEnrichmentsQuery } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';

type Kind = Pick<OpenEnrichmentsQuery['openEnrichments'][number], 'field' | 'confidence'>;

/** What is done with proposals: one by one, or all of a kind. */
export function useEnrichment() {
  const client = useApolloClient();
  const language = useLanguage();
  return useMemo(() => {
    const nothing = () => ({ data: undefined });
    type Answer = { readonly refusal: Parameters<typeof refusalText>[0] | null } | undefined;
    const worked = (answer: Answer): void => {
      if (answer && !answer.refusal) return;
      showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.quality_failed(), { tone: 'bad' });
    };
    const refetchQueries = ['OpenEnrichments'];
    return {
      accept: async (id: string) => worked((await client.mutate({ mutation: AcceptEnrichmentDocument, variables: { id }, refetchQueries }).catch(nothing)).data?.acceptEnrichment),
      dismiss: async (id: string) => worked((await client.mutate({ mutation: DismissEnrichmentDocument, variables: { id }, refetchQueries }).catch(nothing)).data?.dismissEnrichment),
      acceptAll: async ({ field, confidence }: Kind) => {
        const { data } = await client.mutate({
          mutation: AcceptEnrichmentsDocument, variables: { field, confidence }, refetchQueries: [...refetchQueries, 'QualityQueue', 'QualityMend', 'QualityOverview'],
        }).catch(nothing);
        if (!data) return showToast(m.quality_failed(), { tone: 'bad' });
        const { accepted, refused } = data.acceptEnrichments;
        return showToast(refused === 0 ? m.quality_accepted({ accepted }) : m.quality_accepted_some({ accepted, refused }));
      },
    };
  }, [client, language]);
}
