import type { DeviceCall } from '../api/route.ts';
import type { LogKey } from '../storage/storage.ts';

/** The log that a device speaks of: always one of its own school. */
export const logKeyOf = ({ device, params }: DeviceCall<unknown, unknown>): LogKey => ({
	municipality: device.municipality,
	school: device.school,
	fiscalYear: Number(params.year),
});
