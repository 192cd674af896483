import type { ListFault } from '../../files/schoolList.ts';
import { RowFaults } from '../../ui/RowFaults.tsx';

/** What has to be put right before anything of a list can be registered. */
export function ListFaults({ faults }: { faults: readonly ListFault[] }) {
	return (
		<>
			<p class="problem board-gap">
				直すところがあるので、まだ何も登録していません。元の表を直して、もう一度読み込んでください。
			</p>
			<RowFaults caption="直すところ" look="list-table faults-table" faults={faults} most={100} />
		</>
	);
}
