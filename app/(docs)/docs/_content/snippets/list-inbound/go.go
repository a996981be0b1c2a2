// Prints the newest 20 messages from phones.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type page struct {
	Data []struct {
		MessageID string `json:"message_id"`
		From      string `json:"from"`
		Body      string `json:"body"`
	} `json:"data"`
	Detail string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	request, err := http.NewRequest("GET", "http://localhost:3000/api/inbound?limit=20", nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var p page
	if err := json.NewDecoder(response.Body).Decode(&p); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(p.Detail)
	}
	for _, message := range p.Data {
		fmt.Println(message.MessageID, message.From, message.Body)
	}
}
