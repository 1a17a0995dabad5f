import { graphql } from "../generated";

export const FindAccountsQuery = graphql(`
  query FindAccounts($search: String!) {
    accounts(search: $search, first: 7) {
      nodes {
        id
        number
        name
        contacts {
          id
          contact {
            id
            name
          }
        }
      }
    }
  }
`);
