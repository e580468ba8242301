'use client';

import { useMutation } from '@tanstack/react-query';
import { exportPath, selectionInput } from '@/components/connections/list/export-path';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import type { Selection } from '@/components/ui/data-table/use-selection';
import { saveFile } from '@/lib/save-file';
import { useSession } from '@/lib/session';

/** Has the browser keep a file of what is selected: by a link where an address can say it. */
export function useExportSelected(selection: Selection) {
  const { team } = useSession();
  const { search } = useConnectionSearch();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      saveFile(team.slug, ['connections', 'exportSelected'], {
        select: selectionInput(selection, search),
        sort: search.sort,
      }),
  });
  const sayable = selection.all && selection.ids.size === 0;
  const save = () => (sayable ? window.location.assign(exportPath(team.slug, search)) : mutate());
  return { save, isPending, error };
}
