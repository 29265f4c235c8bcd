import type { ReactNode } from 'react'
import { StructuredData } from '@/components/StructuredData'
import { structuredData } from '@/lib/library/structured-data'
import type { View } from '@/lib/library/views'
import { PageHead } from './page-head'

type DescribedProps = { view: View; children: ReactNode }

/** A page, its head, and the same for machines. */
export function Described({ view, children }: DescribedProps) {
  const data = structuredData(view)
  return (
    <>
      <PageHead view={view} />
      {children}
      {data ? <StructuredData data={data} /> : null}
    </>
  )
}
