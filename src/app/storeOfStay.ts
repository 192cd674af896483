import type { RecordStore, Stored } from '../store/recordStore.ts';
import { refusalOf } from '../store/refusals.ts';
import type { Stay } from './pageLife.ts';

/**
 * The store as one stay on the page may use it: a pass that was under way when the page was left must end there, and not
 * go on, days later, with a school that may be another by then.
 */
export const storeOfStay = (store: RecordStore, stay: Stay): RecordStore => bound(store, stay);

const bound = <Target extends object>(target: Target, stay: Stay): Target =>
	new Proxy(target, {
		get(of, name) {
			const member: unknown = Reflect.get(of, name);
			if (typeof member === 'object' && member !== null) return bound(member, stay);
			if (typeof member !== 'function' || name === 'onChange') return member;
			return (...given: readonly unknown[]) =>
				stay.isOver() ? left() : Promise.race([member(...given), stay.left.then(left)]);
		},
	});

const left = async (): Stored<never> => ({ ok: false, refusal: refusalOf('pageLeft') });
