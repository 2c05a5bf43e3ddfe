// 体检报告 put into the open workbook; what stands in it is made where every rim can have it.
import { type Host, HostError } from '../src/hosts/port.ts';
import { REPORT, reportSheet } from '../src/review/report.ts';
import type { Review } from '../src/review.ts';

export { REPORT, reportText } from '../src/review/report.ts';

/** Adds the report under the first name that is free: a report of the day before stays. */
export async function addReport(host: Host, review: Review, at: Date): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? REPORT : `${REPORT}（${n}）`;
    try {
      await host.addSheet(reportSheet(review, name, at));
      return name;
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'refused' || n > 50) throw error;
    }
  }
}
