import type { SchoolStanding } from '../boardApi.ts';
import { ListTools } from '../ListTools.tsx';
import { isShown, type SchoolFilter, type Show } from './schoolFilter.ts';

const showWord: Readonly<Record<Show, string>> = {
	all: 'すべて',
	noDevice: '端末なし',
	openCode: '未使用のコードあり',
};

interface SchoolToolsProps {
	schools: readonly SchoolStanding[];
	filter: SchoolFilter;
	/** How many are shown now. */
	shown: number;
	onChange: (change: Partial<SchoolFilter>) => void;
}

/** Search and filters of 学校一覧. */
export function SchoolTools({ schools, filter, shown, onChange }: SchoolToolsProps) {
	const shows = (Object.keys(showWord) as Show[]).map((show) => ({
		show,
		word: showWord[show],
		count: schools.filter((school) => isShown(show, school)).length,
	}));
	return <ListTools id="school-search" {...filter} shows={shows} shown={shown} onChange={onChange} />;
}
