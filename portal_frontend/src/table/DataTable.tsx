import { useLingui } from "@lingui/react/macro";
import { Skeleton, Table, VisuallyHidden } from "@mantine/core";
import { type ColumnDef, tableFeatures, useTable } from "@tanstack/react-table";
import { type ComponentType, type MouseEvent, useRef } from "react";
import classes from "./table.module.css";
import { useListKeys } from "./useListKeys.ts";
import { useIsNarrow } from "./useIsNarrow.ts";

const features = tableFeatures({});
export type Columns<Row extends object> = ColumnDef<typeof features, Row, unknown>[];

interface DataTableProps<Row extends { id: string }> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: Columns<Row>;
  /** Undefined while they load. */
  rows: Row[] | undefined;
  /** What opens when a row is clicked; its cells hold the link itself. */
  onOpen?: (row: Row) => void;
  /** A row as a card, where there is no room for columns. */
  card: ComponentType<{ row: Row }>;
}

const NONE: never[] = [];
const WAITING = 8;
const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest("a, button, input, label, [role=menuitem]") !== null;

/** A list of records: a table where there is room, cards on a phone; j and k move through it. */
export function DataTable<Row extends { id: string }>({ caption, columns, rows, onOpen, card: Card }: DataTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const table = useTable({ features, columns, data: rows ?? NONE, getRowId: ({ id }) => id });
  const narrow = useIsNarrow();
  useListKeys(box);

  if (narrow) {
    return (
      <div ref={box}>
        <ul className={classes.cards} aria-label={caption} aria-busy={!rows}>
          {(rows ?? NONE).map((row: Row) => (
            <li key={row.id} className={classes.card} data-list-row>
              <Card row={row} />
            </li>
          ))}
          {!rows && Array.from({ length: 5 }, (_, row) => <Skeleton key={row} height={104} component="li" />)}
        </ul>
      </div>
    );
  }

  const open = (row: Row) => (event: MouseEvent) => {
    if (!isControl(event.target) && !window.getSelection()?.toString()) onOpen?.(row);
  };
  return (
    <div ref={box} className={classes.frame}>
      <Table className={classes.table} aria-label={caption} aria-busy={!rows} verticalSpacing={0}>
        <Table.Thead className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => (
                <Table.Th key={header.id} className={classes.th} data-column={header.id} scope="col">
                  <table.FlexRender header={header} />
                </Table.Th>
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {rows
            ? table.getRowModel().rows.map((row) => (
                <Table.Tr
                  key={row.id}
                  className={classes.row}
                  data-clickable={onOpen !== undefined}
                  data-list-row
                  onClick={open(row.original)}
                >
                  {row.getAllCells().map((cell) => (
                    <Table.Td key={cell.id} className={classes.td} data-column={cell.column.id}>
                      <table.FlexRender cell={cell} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))
            : Array.from({ length: WAITING }, (_, row) => <WaitingRow key={row} columns={columns.length} />)}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function WaitingRow({ columns }: { columns: number }) {
  const { t } = useLingui();
  return (
    <Table.Tr className={classes.row}>
      {Array.from({ length: columns }, (_, column) => (
        <Table.Td key={column} className={classes.td}>
          {column === 0 && <VisuallyHidden>{t`Loading`}</VisuallyHidden>}
          <Skeleton height={14} width={column === 0 ? "70%" : "50%"} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
