import { graphql } from "../../generated";

export const TimelineQuery = graphql(`
  query AccountTimeline($id: ID!, $first: Int!, $after: String) {
    account(id: $id) {
      id
      timeline(first: $first, after: $after) {
        nodes {
          id
          at
          action
          actorName
          actorKind
          subjectName
          changes {
            field
            old
            new
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
